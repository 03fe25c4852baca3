import type { BoundClient } from '#koodrive';

/** The table names the member `container`, where all other pages say containerId. It goes on after the answer. */
export const emptyRecycleBin = async (koodrive: BoundClient, spaceId: string): Promise<void> => {
  await koodrive.call('clearRecycleFile', { container: spaceId });
};
