import type { BoundClient } from '#koodrive';

/** The upstream empties the bin after its response. The table names the member `container`, other pages containerId. */
export const emptyRecycleBin = async (koodrive: BoundClient, spaceId: string): Promise<void> => {
  await koodrive.call('clearRecycleFile', { container: spaceId });
};
