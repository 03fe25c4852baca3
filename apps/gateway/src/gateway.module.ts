import { type DynamicModule, Module } from '@nestjs/common';
import { type Configuration, ConfigurationModule } from '#config';
import { ArchivesModule } from './archives/archives.module.js';
import { BatchModule } from './batch/batch.module.js';
import { ContentModule } from './content/content.module.js';
import { DepartmentsModule } from './departments/departments.module.js';
import { FavoritesModule } from './favorites/favorites.module.js';
import { FilesModule } from './files/files.module.js';
import { GroupsModule } from './groups/groups.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MeModule } from './me/me.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { PublicLinksModule } from './public-links/public-links.module.js';
import { PermissionTemplatesModule } from './permission-templates/permission-templates.module.js';
import { PermissionsModule } from './permissions/permissions.module.js';
import { QuotaModule } from './quota/quota.module.js';
import { RecycleBinModule } from './recycle-bin/recycle-bin.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { ServiceModule } from './service/service.module.js';
import { BrowserSessionsModule } from './browser-sessions/browser-sessions.module.js';
import { ShareLinksModule } from './share-links/share-links.module.js';
import { SharesModule } from './shares/shares.module.js';
import { SpacesModule } from './spaces/spaces.module.js';
import { SyncFoldersModule } from './sync-folders/sync-folders.module.js';
import { UserTasksModule } from './user-tasks/user-tasks.module.js';
import { UsersModule } from './users/users.module.js';
import { VersionsModule } from './versions/versions.module.js';
import type { AppContext } from './composition/app-context.js';
import { AppContextModule } from './composition/app-context.module.js';

/** Modules that are off unless the configuration enables them. */
function selectOptionalModules({ publicLinks, reviews }: Configuration): (DynamicModule | typeof ReviewsModule)[] {
  return [
    ...(publicLinks.agentName === undefined ? [] : [PublicLinksModule.register(publicLinks.agentName)]),
    ...(reviews.enabled ? [ReviewsModule] : []),
  ];
}

/** The root module. */
@Module({})
export class GatewayModule {
  static forRoot(configuration: Configuration, context: AppContext): DynamicModule {
    return {
      module: GatewayModule,
      imports: [
        ConfigurationModule.forRoot(configuration),
        AppContextModule.forRoot(context),
        HttpModule,
        HealthModule,
        BrowserSessionsModule,
        MeModule,
        FavoritesModule,
        SpacesModule,
        FilesModule,
        ContentModule,
        JobsModule,
        RecycleBinModule,
        MessagesModule,
        SharesModule,
        ShareLinksModule,
        VersionsModule,
        ArchivesModule,
        SyncFoldersModule,
        DepartmentsModule,
        UsersModule,
        GroupsModule,
        UserTasksModule,
        PermissionTemplatesModule,
        PermissionsModule,
        QuotaModule,
        ServiceModule,
        BatchModule,
        ...selectOptionalModules(configuration),
      ],
    };
  }
}
