// Made by libs/koodrive/contract/generate.mjs from the contract. Do not edit: run `npm run generate`.

export interface paths {
  '/koodrive/ose/v1/session/auth': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Check an access token and return who it belongs to */
    get: operations['authSession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/session/authCodeURL': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the OrgID address where the user signs in and obtains an authorization code */
    get: operations['getAuthCodeURL'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/session/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Exchange an OrgID authorization code for a KooDrive access token */
    post: operations['createSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/session/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get a new access token for a session */
    post: operations['refreshSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/session/logoff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * End the session of a token
     * @description A GET with a side effect; must not be retried, prefetched or cached as a read.
     */
    get: operations['logout'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/service': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the state and the capacity of the enterprise's subscription */
    get: operations['getService'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/service/quotaUsed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read how much of the subscribed quotas is used */
    get: operations['getQuotaUsed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/org/package': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set after how many days archives made by packed downloads are removed */
    post: operations['setPackageDownloadExpires'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/sdk/get-js-sdk-info': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the settings needed to load the OrgID front-end JsSdk
     * @description Reads only, but every answer carries a new single-use sdk_auth_code; do not cache or log it.
     */
    get: operations['getJsSdkInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/auditlog': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Search the audit log of the enterprise */
    post: operations['listAuditLogs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/departmentList': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the direct sub-departments of a department */
    get: operations['getDepartmentList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/departments/{department_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one department */
    get: operations['getDepartment'];
    /** Change name and parent of a department */
    put: operations['updateDepartment'];
    post?: never;
    /** Delete a department and its team space */
    delete: operations['deleteDepartment'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/departments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create a department with its team space */
    post: operations['createDepartment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/users/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one user */
    get: operations['getUser'];
    /** Change department, role or state of a user */
    put: operations['updateUser'];
    post?: never;
    /** Delete a user and what belongs to the user */
    delete: operations['deleteUser'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/userList': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List users of a department or of the whole organization */
    get: operations['getUserList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/users/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count members of a department or of the organization */
    get: operations['countUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add an OrgID user to KooDrive */
    post: operations['createUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/users/mobile/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the mobile number of a user */
    get: operations['getUserMobile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/users/batchimport/preverify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Check rows before a batch import of users */
    post: operations['batchImportUserPreVerify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/user/expand/{orgId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change the upper limit of OrgID users */
    post: operations['expandUserNum'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/usergroups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the groups the caller has joined */
    get: operations['getUserGroupList'];
    put?: never;
    /** Create a user group */
    post: operations['createUserGroup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/usergroups/{groupId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one group */
    get: operations['getUserGroup'];
    /** Change a group */
    put: operations['updateUserGroup'];
    post?: never;
    /** Delete a group */
    delete: operations['deleteUserGroup'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/usergroups/{groupId}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the members of a group */
    get: operations['getUserGroupMemberList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/usergroups/{groupId}/members/batchAdd': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add members to a group */
    post: operations['batchAddGroupMembers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/usergroups/{groupId}/members/batchDelete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Remove members from a group */
    post: operations['batchDeleteGroupMembers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/departmentList': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List departments with the spaces they hold */
    get: operations['getDepartmentSpaceList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/{ownerId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the space of a department, user or group */
    get: operations['getSpace'];
    /** Resize, enable or disable a space */
    put: operations['updateSpace'];
    /** Create a department or individual space */
    post: operations['createSpace'];
    /** Delete a department or individual space */
    delete: operations['deleteSpace'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/batchGetSpace': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read several spaces at once */
    get: operations['batchGetSpace'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/container/{containerId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a space by its own id */
    get: operations['getSpaceByContainerID'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/group': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create a group space with its members */
    post: operations['createGroupSpace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/group/{groupId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Dissolve a group space */
    delete: operations['deleteGroupSpace'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/teamList': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the team spaces the caller belongs to */
    get: operations['getTeamSpaceList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/groupList': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List all group spaces of the enterprise */
    get: operations['getGroupSpaceList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/userList': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List users with their individual spaces */
    get: operations['getUserSpaceList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v2/space/{owner_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List every space of an owner */
    get: operations['getSpaceV2'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/allocation/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read how the purchased storage is split over kinds of space */
    get: operations['getSpaceAllocation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/allocation/transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move unallocated storage from one kind of space to others */
    post: operations['transferUnallocatedSpace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/usage/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read total space use */
    get: operations['getSpaceUsageByOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/usage/quota': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read space use for each size class */
    get: operations['getSpaceUsageByQuota'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/space/usage/user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read space use of given users */
    post: operations['getSpaceUsageByUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/userList': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the members of a team space with their permissions */
    get: operations['getUserPermissionList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/batchupdate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set the permissions of several members of a space or file */
    put: operations['permissionBatchUpdate'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/member/initial/{spaceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the permissions new members of a space start with */
    get: operations['initialMemberPermission'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/template/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create a permission template */
    post: operations['createPermissionTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/template/edit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change a permission template */
    post: operations['editPermissionTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/template/status/modify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enable or disable a permission template */
    post: operations['modifyPermissionTemplateStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/template/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete several permission templates */
    post: operations['batchDeletePermissionTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/template/batchGet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read several permission templates by id */
    post: operations['batchGetPermissionTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/template/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List permission templates */
    get: operations['listPermissionTemplate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/member/initial': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set the permissions new members of a space start with */
    post: operations['addMemberInitialPermission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/permission/template/ref/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell whether a permission template is in use */
    get: operations['queryPermissionTemplateRef'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List content review verdicts */
    get: operations['auditList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/audit/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add or change content review verdicts */
    post: operations['batchAudit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/audit/batchGet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read content review verdicts of given contents */
    post: operations['batchGet'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/{type}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** List files of the individual space or its recycle bin */
    post: operations['getPersonalFiles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/{groupId}/{type}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** List files of a department or group space or its recycle bin */
    post: operations['getDepartmentFiles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/{fileId}/detail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get details of a file or folder */
    post: operations['getFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/directory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create a folder */
    post: operations['createDirectory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create file metadata: first step of an upload, or instant upload */
    post: operations['createFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/multipart/uploadUrl': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get upload URLs for parts of an upload in progress */
    post: operations['uploadUrl'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finish an upload: joins the parts and checks integrity */
    post: operations['completeFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/download': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get download links of up to 100 files */
    post: operations['getDownLoadUrl'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/rename/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Rename a file or folder */
    post: operations['renameFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/recycle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Empty the recycle bin of a space (asynchronous) */
    post: operations['clearRecycleFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Search files by name, folder, type, time or owner */
    post: operations['Search'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/statsDir': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count folders, files and bytes below a folder */
    get: operations['StatsDir'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/path': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the full name path and id path of a file */
    get: operations['GetFullPath'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/files/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Batch file operation used as the sample of the request-structure chapter; superseded by POST /jobs */
    post: operations['batchFiles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/star/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add files to, or remove them from, the favourites */
    post: operations['batchStarFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/star/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the favourites of the calling user */
    get: operations['listStarFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/archive/listFile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** List what an archive holds */
    post: operations['listFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/related': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List files that concern the calling user */
    get: operations['ListRelatedToMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List files the calling user visited lately */
    get: operations['ListRecentlyAccess'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/revision/createRevision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start the upload of a new version of a file */
    post: operations['createHistoryVersions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/revision/completeRevision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finish the upload of a new version */
    post: operations['completeFileRevision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/revision/listRevision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** List the versions of a file */
    post: operations['listRevision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/revision/getRevision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get one version of a file */
    post: operations['getRevision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/revision/updateRevision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change whether a version is kept for ever */
    post: operations['updateRevision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/revision/deleteRevision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete a past version (the current one cannot be deleted) */
    post: operations['deleteRevision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/revision/restoreRevision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Restore a past version */
    post: operations['restoreRevision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/syncDir/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create a sync folder or turn a folder into one */
    post: operations['createSyncDir'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/syncDir/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop treating a folder as a sync folder */
    post: operations['closeSyncDir'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/syncDir/listChange': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read the changes below a sync folder */
    post: operations['listChanges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the shares created by the caller */
    get: operations['listShareByMe'];
    put?: never;
    /** Create a share of one or more files of a space */
    post: operations['createShare'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/{shareId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one share created by the caller */
    get: operations['getShareByMeDetail'];
    /** Change the settings of a share */
    put: operations['updateShare'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel several shares created by the caller */
    post: operations['batchCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/received': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the shares received by the caller */
    get: operations['listShareWithMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/received/{shareId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one share received by the caller */
    get: operations['getShareWithMeDetail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/exit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Leave several received shares */
    post: operations['exitShare'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/visit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Open a share link: check that the caller may use it */
    get: operations['visitShare'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/userInfo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the public information of a share link */
    get: operations['getShareInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Check the access code of a share link and get a temporary token */
    post: operations['verifyExtractCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** List the files under a share link */
    post: operations['listShareFiles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/download': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get the download address of one file of a share */
    post: operations['downloadShareFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start a pack-download or a save-to-my-drive task for files of a share */
    post: operations['createBatchTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/taskDetail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Query a share task */
    post: operations['getBatchTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/public/visit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Open a share link without signing in */
    get: operations['visitSharePublic'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/public/userInfo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get the public information of a share link without signing in */
    get: operations['getShareInfoPublic'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/public/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Check the access code of a share link without signing in */
    post: operations['verifyExtractCodePublic'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/public/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** List the files under a share link without signing in */
    post: operations['listShareFilesPublic'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/public/download': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get the download address of one file of a share without signing in */
    post: operations['downloadShareFilePublic'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/public/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start a share task without signing in */
    post: operations['createBatchTaskPublic'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/share/public/taskDetail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Query a share task without signing in */
    get: operations['getBatchTaskPublic'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List batch file jobs of the caller */
    get: operations['getJobList'];
    put?: never;
    /** Start a batch file job */
    post: operations['createJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/{job_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show one batch job with the outcome for each file */
    get: operations['getJobDetail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel a batch job that is waiting or running */
    post: operations['cancelJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/task/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start a user level task (hand over and delete, or bulk import) */
    post: operations['createTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/task/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List user level tasks page by page */
    get: operations['getTaskLIst'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/task/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show one user level task */
    get: operations['getTaskDetail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/task/dstUserInfo/{src_user_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell who receives the data of a handed over user */
    get: operations['getHandoverDstUserInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/task/result': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the outcome of a bulk user import task */
    get: operations['getTaskResult'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/message/unreadCount': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count the caller's unread messages */
    get: operations['getUnreadCount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/message/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the caller's messages page by page */
    get: operations['listMessages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/message/batchRead': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mark the given messages as read */
    post: operations['batchReadMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/message/batchDelete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete the given messages */
    delete: operations['batchDeleteMessage'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/koodrive/ose/v1/message/specific': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mark all unread messages as read, or delete all messages */
    post: operations['updateSpecificMessageState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description Body of a failed call */
    AuthErrorBody: {
      /**
       * Format: int32
       * @description Error code; see errors.yaml
       */
      code?: number;
      /** @description Error text */
      msg?: string;
    };
    /** @description Bare result without data */
    AuthResultResponse: {
      /**
       * Format: int32
       * @description Result code; 0 is success
       */
      code?: number;
      /** @description Result text; not stable and never to be tested */
      msg?: string;
    };
    /**
     * @description Role of the user in the enterprise
     * @enum {string}
     */
    UserRole: '0' | '1' | '2';
    /** @description Owner of the token checked */
    OrgUserInfo: {
      role?: components['schemas']['UserRole'];
      /** @description KooDrive's own user id */
      innerUserId?: string;
      /** @description User name */
      userName?: string;
      /** @description Organization id */
      orgId?: string;
      /** @description Organization name */
      orgName?: string;
      /** @description Tenant (enterprise) code */
      tenantId?: string;
      /**
       * Format: int32
       * @description Number of users
       */
      userCount?: number;
      /** @description Department id */
      deptId?: string;
      /** @description User id on the OrgID side */
      userId?: string;
    };
    AuthSessionResponse: {
      /**
       * Format: int32
       * @description Result code; 0 is success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      data?: components['schemas']['OrgUserInfo'];
    };
    GetAuthCodeURLResponse: {
      /** @description OrgID authorize address with client id and redirect address filled in */
      uri?: string;
      /** @description Address of the OrgID host */
      orgIdHost?: string;
      /**
       * Format: int32
       * @description Result code; 0 is success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
    };
    CreateSessionRequest: {
      /** @description Authorization code that OrgID gave to the redirect address */
      code: string;
      /** @description Front-end domain, as given to getAuthCodeURL */
      domain?: string;
    };
    /** @description User the session belongs to */
    SessionUserInfo: {
      role?: components['schemas']['UserRole'];
      /** @description User name */
      userName?: string;
      /** @description KooDrive's own user id */
      innerUserId?: string;
      /** @description User id on the OrgID side */
      userId?: string;
      /** @description Tenant (enterprise) code */
      tenantId?: string;
      /** @description Organization id */
      orgId?: string;
      /** @description Organization name */
      orgName?: string;
      /** @description Value of the x-hw-schema marker; purpose not explained */
      xHwSchema?: string;
      /**
       * Format: int32
       * @description Number of users
       */
      userCount?: number;
      /** @description Department id */
      deptId?: string;
    };
    /** @description Session made */
    SessionUserDto: {
      /** @description Token to send in Authorization; already begins with Bearer */
      accessToken?: string;
      /** @description Session id wanted by refreshSession */
      sessionId?: string;
      /** @description User id */
      userId?: string;
      userInfo?: components['schemas']['SessionUserInfo'];
    };
    CreateSessionResponse: {
      /**
       * Format: int32
       * @description Result code; 0 is success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      data?: components['schemas']['SessionUserDto'];
    };
    RefreshSessionResponse: {
      /**
       * Format: int32
       * @description Result code; 0 is success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /** @description New token to send in Authorization */
      accessToken?: string;
    };
    /** @description State of the subscription */
    ServiceStatus: {
      /**
       * Format: int32
       * @description Subscription state
       * @enum {integer}
       */
      status?: 0 | 1;
      /**
       * Format: int32
       * @description Subscribed space
       */
      spaceCapacity?: number;
      /**
       * Format: int32
       * @description User quota held in OrgID
       */
      userCount?: number;
      /**
       * Format: int32
       * @description Team space quota; 0 when not opened
       */
      groupSpaceSize?: number;
      /**
       * Format: int32
       * @description Personal space quota; 0 when not opened
       */
      personalSpaceSize?: number;
      /**
       * Format: int32
       * @description Department space quota; 0 when not opened
       */
      departmentSpaceSize?: number;
      /** @description Organization name */
      organizationName?: string;
      /** @description Organization id */
      organizationId?: string;
      /** @description Code of the root department */
      rootDeptCode?: string;
      /** @description Tenant (enterprise) code */
      tenantId?: string;
      /** @description Whether AI features may be used */
      aiAvailable?: boolean;
      /** @description Whether WPS online editing may be used */
      wpsAvailable?: boolean;
      /** @description Product edition; values not documented */
      productType?: string;
      /** @description Switch of manual content review */
      manualAuditOpen?: string;
      /** @description Switch of public sharing */
      publicShareFlag?: string;
      /** @description AI switch */
      aiFlag?: string;
      /** @description Telecom edition mark (spelled this way) */
      telcomFlag?: string;
    };
    GetServiceResponse: {
      /**
       * Format: int32
       * @description Result code; 0 is success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      data?: components['schemas']['ServiceStatus'];
    };
    /** @description Usage figures of the enterprise */
    QuotaUsedInfo: {
      /**
       * Format: int32
       * @description Quota handed out over all spaces
       */
      spaceQuotaUsed?: number;
      /**
       * Format: int32
       * @description Users in the enterprise
       */
      userCount?: number;
      /**
       * Format: int32
       * @description Subscribed space in GB
       */
      spaceCapacity?: number;
      /**
       * Format: int32
       * @description Most users allowed
       */
      userMaxCount?: number;
      /**
       * Format: int32
       * @description Space used over all spaces
       */
      spaceUsed?: number;
      /**
       * Format: int32
       * @description Quota set aside for department spaces
       */
      deptSpaceQuota?: number;
      /**
       * Format: int32
       * @description Quota set aside for personal spaces
       */
      personalSpaceQuota?: number;
      /**
       * Format: int32
       * @description Quota set aside for team spaces
       */
      groupSpaceQuota?: number;
      /**
       * Format: int32
       * @description Quota kept in reserve
       */
      reservedSpaceQuota?: number;
      /**
       * Format: int32
       * @description Used in department spaces
       */
      deptSpaceUsed?: number;
      /**
       * Format: int32
       * @description Department quota handed out
       */
      deptSpaceQuotaUsed?: number;
      /**
       * Format: int32
       * @description Used in personal spaces
       */
      personalSpaceUsed?: number;
      /**
       * Format: int32
       * @description Personal quota handed out
       */
      personalSpaceQuotaUsed?: number;
      /**
       * Format: int32
       * @description Used in team spaces
       */
      groupSpaceUsed?: number;
      /**
       * Format: int32
       * @description Team quota handed out
       */
      groupSpaceQuotaUsed?: number;
      /**
       * Format: int32
       * @description Days that packed-download archives are kept
       */
      packageDownloadExpires?: number;
      /** @description Product edition; values not documented */
      productType?: string;
    };
    GetQuotaUsedResponse: {
      /**
       * Format: int32
       * @description Result code; 0 is success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      data?: components['schemas']['QuotaUsedInfo'];
    };
    SetPackageDownloadExpiresRequest: {
      /** @description Tenant (enterprise) code */
      tenantId?: string;
      /**
       * Format: int32
       * @description Days to keep the archives
       * @default 7
       */
      packageDownloadExpires: number;
    };
    /** @description Settings for the JsSdk */
    JsSdkData: {
      /** @description Key that belongs to the page token */
      page_token_key?: string;
      /** @description Page token */
      page_token?: string;
      /** @description Script address */
      js_sdk_url?: string;
      /** @description Script address to try second */
      retry_js_sdk_url?: string;
      /** @description Transaction number */
      transaction_id?: string;
      /** @description JSON held in a string (sdk_auth_code, organization_source); sdk_auth_code works once only */
      orgid_config?: string;
    };
    GetJsSdkInfoResponse: {
      /**
       * Format: int32
       * @description Result code; 0 is success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      data?: components['schemas']['JsSdkData'];
    };
    /** @description Page wanted */
    AuditLogPageInfo: {
      /**
       * Format: int32
       * @description Records on a page
       * @default 10
       */
      pageSize: number;
      /**
       * Format: int32
       * @description Page number; the example starts at 0
       */
      pageNum: number;
    };
    /** @description Order wanted */
    AuditLogSortInfo: {
      /**
       * Format: int32
       * @description Field to order by
       * @default 1
       * @enum {integer}
       */
      sortType?: 1;
      /**
       * Format: int32
       * @description Direction
       * @default 2
       * @enum {integer}
       */
      sortDirection?: 1 | 2;
    };
    ListAuditLogsRequest: {
      /** @description Start time; example form 2025-01-01T00:00:01.000Z */
      operTimeFrom?: string;
      /** @description End time in the same form */
      operTimeTo?: string;
      /** @description Operator's name */
      operatorName?: string;
      /** @description Operations to include; an empty list means all in the example */
      operations?: string[];
      /** @description Operations to leave out */
      excludedOperations?: string[];
      /** @description Result filter */
      operateResult?: string;
      /** @description Address filter */
      operatorIP?: string;
      pageInfo?: components['schemas']['AuditLogPageInfo'];
      sortInfo?: components['schemas']['AuditLogSortInfo'];
    };
    /** @description One audit record */
    LogInfo: {
      /** @description Record id */
      logId?: string;
      /** @description Tenant (enterprise) code */
      tenantId?: string;
      /** @description Operator's name */
      operatorName?: string;
      /** @description Operator's id */
      operatorId?: string;
      /** @description Time of the operation */
      operateTime?: string;
      /** @description Operation done */
      operation?: string;
      /** @description Object it was done to */
      resource?: string;
      /**
       * Format: int32
       * @description Result
       */
      operateResult?: number;
      /** @description Address it came from */
      operatorIP?: string;
      /** @description Details */
      message?: string;
    };
    ListAuditLogsResponse: {
      /** @description Result code; 0 is success */
      code?: string;
      /** @description Result text */
      msg?: string;
      /**
       * Format: int32
       * @description Number of records that match
       */
      total?: number;
      /** @description Records of this page */
      logInfoList?: components['schemas']['LogInfo'][];
    };
    /** @description A user with the rights to give */
    AmendModRole: {
      /**
       * Format: int64
       * @description User id
       */
      userId: number | string;
      /**
       * Format: int64
       * @description Permission template id; -1 for an anonymous (custom) template
       */
      template: number | string;
      /** @description Rights, sent with a custom template */
      capabilities?: components['schemas']['Capabilities'];
    };
    /** @description A user to remove */
    AmendModRoleDelete: {
      /**
       * Format: int64
       * @description User id
       */
      userId: number | string;
    };
    BatchAddGroupMembersRequest: {
      /** @description Users to add */
      amendModRoles: components['schemas']['AmendModRole'][];
    };
    BatchDeleteGroupMembersRequest: {
      /** @description Users to remove */
      amendModRoles: components['schemas']['AmendModRoleDelete'][];
    };
    BatchGroupMembersResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /**
       * Format: int32
       * @description Overall outcome
       * @enum {integer}
       */
      status?: 0 | 1 | 2;
      /** @description Ids that failed (called file ids on the delete page, an evident slip for user ids) */
      failedList?: string[];
    };
    BatchImportUserPreVerifyRequest: {
      /**
       * Format: int64
       * @description KooDrive id of the chosen department
       */
      curDeptId: number | string;
      /** @description Rows to check */
      users: components['schemas']['ImportUserInfo'][];
    };
    BatchImportUserPreVerifyResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /** @description Outcomes */
      data?: components['schemas']['ImportUserVerifyResult'][];
    };
    /** @description Rights of a custom template; true grants */
    Capabilities: {
      /** @description Create files and folders */
      addChildNodePermission: boolean;
      /** @description Copy */
      copyPermission: boolean;
      /** @description Delete */
      deletePermission: boolean;
      /** @description Download */
      downloadPermission: boolean;
      /** @description Edit (said not to be supported yet) */
      editPermission: boolean;
      /** @description See in lists */
      listChildNodePermission: boolean;
      /** @description Move */
      removeChildNodePermission: boolean;
      /** @description Rename */
      renameFilePermission: boolean;
      /** @description Share */
      shareFilePermission: boolean;
      /** @description Upload */
      uploadPermission: boolean;
      /** @description Preview */
      viewPermission: boolean;
    };
    /** @description Envelope with a result code and text only */
    CodeMsgResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
    };
    CountUserResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /**
       * Format: int32
       * @description Member count
       */
      total?: number;
    };
    CreateDepartmentRequest: {
      /** @description Department name */
      name: string;
      /** @description KooDrive id of the parent department */
      parentId: string;
    };
    CreateDepartmentResponse: {
      /** @description New department */
      data?: components['schemas']['DeptData'];
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
    };
    CreateUserGroupRequest: {
      /** @description Group name; none of < > | : " * ? / (English edition also backslash), no emoji, not . or .. or empty (English edition: a space) */
      groupName: string;
      /**
       * Format: int32
       * @description Kind of group
       * @enum {integer}
       */
      sourceType: 0 | 1;
    };
    CreateUserGroupResponse: {
      /** @description Id of the new group */
      id?: string;
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
    };
    CreateUserRequest: {
      /** @description OrgID user id of the person to add */
      userId: string;
      modifyUserInfoReq: components['schemas']['ModifyUserInfoReq'];
    };
    CreateUserResponse: {
      /** @description Reuses the department holder in the table, described there as a department id */
      data?: components['schemas']['DeptData'];
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
    };
    /** @description One department */
    DepartmentInfo: {
      /**
       * Format: int32
       * @description Result code, present in the table of the element itself
       */
      code?: number;
      /** @description Result text, present in the table of the element itself */
      msg?: string;
      /** @description KooDrive department id (the one used in paths and as parentId) */
      id?: string;
      /** @description Organization id on the OrgID side */
      orgId?: string;
      /** @description Department id on the OrgID side, a 32 digit hex string in the examples; not the KooDrive id */
      deptId?: string;
      /** @description KooDrive id of the parent department */
      parentId?: string;
      /** @description Department name */
      name?: string;
      /** @description Tenant id */
      tenantId?: string;
    };
    /** @description Holder of a new id */
    DeptData: {
      /** @description Id of the new object: the department id for createDepartment */
      id?: string;
    };
    GetDepartmentListResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /** @description Direct child departments */
      list?: components['schemas']['DepartmentInfo'][];
    };
    /** @description Flat: the department fields stand beside code and msg, there is no data wrapper */
    GetDepartmentResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /** @description KooDrive department id (the one used in paths and as parentId) */
      id?: string;
      /** @description Organization id on the OrgID side */
      orgId?: string;
      /** @description Department id on the OrgID side, a 32 digit hex string in the examples; not the KooDrive id */
      deptId?: string;
      /** @description KooDrive id of the parent department */
      parentId?: string;
      /** @description Department name */
      name?: string;
      /** @description Tenant id */
      tenantId?: string;
    };
    GetUserGroupListResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /** @description Cursor of the next page; absent after the last page */
      nextCursor?: string;
      /** @description Groups of the page */
      userGroupList?: components['schemas']['UserGroupInfo'][];
      /**
       * Format: int32
       * @description Number of all matches
       */
      total?: number;
    };
    GetUserGroupMemberListResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /**
       * Format: int32
       * @description Number of members
       */
      total?: number;
      /** @description Members of the page */
      userGroupMemberInfos?: components['schemas']['MemberInfo'][];
    };
    GetUserGroupResponse: {
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
      /** @description The group */
      userGroup?: components['schemas']['UserGroup'];
    };
    GetUserListResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /** @description Users of the page */
      list?: components['schemas']['UserInfo'][];
      /**
       * Format: int32
       * @description Number of all matches
       */
      total?: number;
    };
    GetUserMobileResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /** @description Mobile number (masked in the example) */
      mobile?: string;
    };
    GetUserResponse: {
      /**
       * Format: int32
       * @description 0 means success
       */
      code?: number;
      /** @description Result text */
      msg?: string;
      /** @description The user */
      data?: components['schemas']['UserInfo'];
    };
    /** @description One row of a planned import */
    ImportUserInfo: {
      /** @description Name of the target department */
      targetDeptName?: string;
      /**
       * Format: int32
       * @description Size of the personal space; 0 when isAllocateCapacity is false; unit not stated
       */
      personalCapacity: number;
      /** @description Whether a personal space is given */
      isAllocateCapacity: boolean;
    };
    /** @description Outcome for one row */
    ImportUserVerifyResult: {
      /**
       * Format: int32
       * @description Outcome, success or failure; values not listed, the example prints 0
       */
      isSuccess?: number;
      /** @description Why it failed */
      reason?: string;
    };
    /** @description One member */
    MemberInfo: {
      /** @description Member user id */
      userId?: string;
      /** @description Member name */
      userName?: string;
      /** @description KooDrive department id */
      deptId?: string;
      /** @description Department name */
      deptName?: string;
      /** @description Mobile number */
      mobile?: string;
      /** @description When added */
      createdTime?: string;
      /** @description Time of last change */
      updatedTime?: string;
      /**
       * Format: int32
       * @description Role in the group; values as in UpdateUserGroupRequest.role by analogy
       */
      role?: number;
      /**
       * Format: int32
       * @description Pin mark
       * @default 0
       * @enum {integer}
       */
      top?: 0 | 1;
    };
    /** @description Placement and role of the new user */
    ModifyUserInfoReq: {
      /** @description KooDrive department id */
      deptId?: string;
      /**
       * @description Role as a string
       * @enum {string}
       */
      role?: '0' | '1' | '2' | '3' | '5';
    };
    UpdateDepartmentRequest: {
      /** @description Department name */
      name: string;
      /** @description KooDrive id of the parent department */
      parentId: string;
    };
    UpdateUserGroupRequest: {
      /** @description Group name */
      groupName: string;
      /** @description User whose role is meant (not explained) */
      userId?: string;
      /**
       * @description Role in the group
       * @enum {string}
       */
      role?: '0' | '1' | '2';
      /** @description Link of the picture */
      iconUrl?: string;
      /**
       * @description Pin mark
       * @enum {string}
       */
      top?: '0' | '1';
      /**
       * Format: int32
       * @description Kind of group
       * @enum {integer}
       */
      sourceType: 0 | 1;
    };
    /** @description All fields optional; disabling and enabling go through status */
    UpdateUserRequest: {
      /**
       * Format: int64
       * @description KooDrive department id
       */
      deptId?: number | string;
      /**
       * Format: int32
       * @description Role
       * @enum {integer}
       */
      role?: 0 | 1 | 2 | 5;
      /**
       * Format: int32
       * @description Account state to set
       * @enum {integer}
       */
      status?: 0 | 1;
    };
    /** @description Details of one group */
    UserGroup: {
      /** @description Group id */
      id?: string;
      /** @description Group name */
      groupName?: string;
      /** @description User id of the owner */
      ownerId?: string;
      /** @description Tenant id */
      tenantId?: string;
      /**
       * Format: int32
       * @description Kind of group
       * @enum {integer}
       */
      sourceType?: 0 | 1;
      /** @description Link of the picture */
      iconUrl?: string;
      /** @description Creation time */
      createdTime?: string;
      /** @description Time of last change */
      updatedTime?: string;
    };
    /** @description One group of a list */
    UserGroupInfo: {
      /** @description Group id */
      id?: string;
      /** @description Group name */
      groupName?: string;
      /** @description User id of the creator */
      ownerId?: string;
      /** @description Creation time, like 2024-04-25T06:49:49.000Z */
      createdTime?: string;
      /** @description Time of last change */
      updatedTime?: string;
    };
    /** @description One user */
    UserInfo: {
      /** @description Display name */
      name?: string;
      /** @description User id; in the examples the OrgID id */
      userId?: string;
      /** @description KooDrive department id */
      deptId?: string;
      /** @description Department name */
      deptName?: string;
      /** @description Mobile number with a leading country part such as 0086, masked in examples */
      mobile?: string;
      /**
       * Format: int32
       * @description Role, see UpdateUserRequest.role for known values
       */
      role?: number;
      /**
       * Format: int32
       * @description Account state; 0 and 1 are explained in UpdateUserRequest, a 2 is printed by the list example without explanation
       */
      status?: number;
      /** @description Named third-party user id; in the examples the KooDrive user id */
      id?: string;
      /** @description Organization id on the OrgID side */
      orgId?: string;
    };
    CodeMsgIntResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
    };
    CodeMsgStringResponse: {
      /** @description Result code, 0 on success */
      code?: string;
      /** @description Text that goes with the code; localised */
      msg?: string;
    };
    DepartmentSpaceInfo: {
      /** @description Department id */
      id?: string;
      /** @description Id of the parent department */
      parentId?: string;
      /** @description Department name */
      name?: string;
      /** @description Tenant id */
      tenantId?: string;
      /** @description Administrators of the space */
      administrators?: string;
      /** @description Space status */
      status?: string;
      /**
       * Format: int64
       * @description Space size
       */
      capacity?: number | string;
      /** @description Space in use */
      spaceUsed?: string;
      /** @description Space id */
      containerId?: string;
      /** @description Root folder id of the ordinary area */
      bizRootFileId?: string;
      /** @description Root folder id of the encrypted safe area */
      bizSboxFileId?: string;
      /**
       * Format: int32
       * @description Number of users in the department
       */
      userNum?: number;
      /** @description Owner id, the department id for a department space */
      ownerId?: string;
      /** @description Id of the creator */
      creator?: string;
      /** @description When it was created, ISO 8601 UTC */
      createTime?: string;
      /** @description Id of the last one to change it */
      modifier?: string;
      /** @description When it was last changed, ISO 8601 UTC */
      updateTime?: string;
    };
    GetDepartmentSpaceListResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description Number of departments that match */
      total?: string;
      /** @description One page of departments */
      departments?: components['schemas']['DepartmentSpaceInfo'][];
    };
    SpaceInfo: {
      /**
       * @description Kind of space
       * @enum {string}
       */
      type?: '0' | '1' | '2';
      /**
       * @description Space status
       * @enum {string}
       */
      status?: '0' | '1';
      /** @description Owner of the space: department, user or group id */
      ownerId?: string;
      /** @description Space id */
      containerId?: string;
      /** @description Root folder id of the ordinary, unencrypted area */
      bizRootFileId?: string;
      /** @description Root folder id of the encrypted safe area */
      bizSboxFileId?: string;
      /** @description Space size */
      capacity?: string;
      /** @description Space in use */
      spaceUsed?: string;
      /** @description Tenant id */
      tenantId?: string;
      /** @description Id of the creator */
      creator?: string;
      /** @description When it was created, ISO 8601 UTC */
      createTime?: string;
      /** @description Id of the last one to change it */
      modifier?: string;
      /** @description When it was last changed, ISO 8601 UTC */
      updateTime?: string;
      /** @description Root folder id over both areas */
      rootFileId?: string;
    };
    GetSpaceResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description The space found */
      data?: components['schemas']['SpaceInfo'];
    };
    GetSpaceByContainerIDResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description The space found */
      data?: components['schemas']['SpaceInfo'];
    };
    CreateSpaceRequest: {
      /** @description Size wanted */
      capacity: string;
      /**
       * Format: int32
       * @description Kind of space
       * @enum {integer}
       */
      type: 0 | 1 | 2;
      /** @description Permissions the members start with */
      capabilities?: components['schemas']['Capabilities'];
    };
    CreateSpaceRspInfo: {
      /**
       * Format: int32
       * @description Kind of space
       */
      type?: number;
      /**
       * Format: int32
       * @description Space status
       */
      status?: number;
      /** @description Owner of the space */
      ownerId?: string;
      /** @description Space id */
      containerId?: string;
      /** @description Root folder id of the ordinary area */
      bizRootFileId?: string;
      /** @description Root folder id of the encrypted safe area */
      bizSboxFileId?: string;
      /**
       * Format: int32
       * @description Space size
       */
      capacity?: number;
      /**
       * Format: int32
       * @description Space in use
       */
      spaceUsed?: number;
      /** @description Tenant id */
      tenantId?: string;
      /** @description Id of the creator */
      creator?: string;
      /** @description Id of the last one to change it */
      modifier?: string;
      /** @description Root folder id over both areas */
      rootFileId?: string;
      /**
       * Format: int32
       * @description Id of the operator
       */
      operatorId?: number;
    };
    CreateSpaceResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description The space created */
      data?: components['schemas']['CreateSpaceRspInfo'];
    };
    UpdateSpaceRequest: {
      /**
       * @description New status
       * @enum {string}
       */
      status?: '0' | '1';
      /** @description New size */
      capacity?: string;
      /**
       * Format: int32
       * @description Kind of space
       * @enum {integer}
       */
      type: 0 | 1;
      /** @description Picks one of several individual spaces */
      containerId?: string;
    };
    BatchGetSpaceRequest: {
      /** @description Owner of the space */
      ownerId: string;
      /**
       * @description Kind of space
       * @enum {string}
       */
      type: '0' | '1' | '2';
      /** @description Space id; needed for type 1 when the owner has several individual spaces */
      containerId?: string;
    };
    BatchGetSpaceResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description Spaces found */
      data?: components['schemas']['SpaceInfo'][];
    };
    AddGroupUsers: {
      /** @description User to add */
      userId: string;
      /**
       * Format: int64
       * @description Permission template id; -1 for a custom set
       */
      template: number | string;
      /** @description The custom set, when template is -1 */
      capabilities?: components['schemas']['Capabilities'];
    };
    CreateGroupSpaceRequest: {
      /** @description Group name */
      name: string;
      /** @description Address of the group icon */
      iconUrl?: string;
      /**
       * Format: int32
       * @description Size wanted
       */
      capacity?: number;
      /** @description Members to begin with */
      addGroupUsers: components['schemas']['AddGroupUsers'][];
      /** @description Members to begin with, older form */
      userIds?: string[];
    };
    CreateGroupSpaceResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description Ids of users who could not be added */
      failedList?: string[];
      /** @description Id of the group space created */
      id?: string;
    };
    TeamSpaceInfo: {
      /** @description Id of the department, user group or group that the space belongs to */
      id?: string;
      /**
       * Format: int32
       * @description Space status
       */
      status?: number;
      /**
       * Format: int32
       * @description Space size
       */
      capacity?: number;
      /** @description Space in use */
      spaceUsed?: string;
      /** @description Space id */
      containerId?: string;
      /**
       * Format: int32
       * @description Number of members
       */
      userNum?: number;
      /** @description Owner id */
      ownerId?: string;
      /** @description Owner name */
      ownerName?: string;
      /** @description Tenant id */
      tenantId?: string;
      /** @description Id of the creator */
      creator?: string;
      /** @description When it was created */
      createTime?: string;
      /** @description Id of the last one to change it */
      modifier?: string;
      /** @description When it was last changed */
      updateTime?: string;
      /** @description Root folder id of the ordinary area */
      bizRootFileId?: string;
      /** @description Root folder id of the encrypted safe area */
      bizSboxFileId?: string;
      /** @description Address of the icon */
      iconUrl?: string;
      /**
       * Format: int32
       * @description Whether it is pinned to the top
       */
      top?: number;
      /**
       * Format: int32
       * @description Role of the caller in it
       */
      role?: number;
      /** @description Name of the group */
      groupName?: string;
    };
    GetTeamSpaceListResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description Number of spaces that match */
      total?: string;
      /** @description One page of spaces */
      teams?: components['schemas']['TeamSpaceInfo'][];
    };
    GroupSpaceInfo: {
      /** @description Id of the department, user group or group that the space belongs to */
      id?: string;
      /**
       * Format: int32
       * @description Space status
       */
      status?: number;
      /**
       * Format: int32
       * @description Space size
       */
      capacity?: number;
      /** @description Space in use */
      spaceUsed?: string;
      /** @description Space id */
      containerId?: string;
      /**
       * Format: int32
       * @description Number of members
       */
      userNum?: number;
      /** @description Owner id */
      ownerId?: string;
      /** @description Owner name */
      ownerName?: string;
      /** @description Tenant id */
      tenantId?: string;
      /** @description Id of the creator */
      creator?: string;
      /** @description When it was created */
      createTime?: string;
      /** @description Id of the last one to change it */
      modifier?: string;
      /** @description When it was last changed */
      updateTime?: string;
      /** @description Root folder id of the ordinary area */
      bizRootFileId?: string;
      /** @description Root folder id of the encrypted safe area */
      bizSboxFileId?: string;
      /** @description Address of the icon */
      iconUrl?: string;
      /** @description Name of the group */
      groupName?: string;
    };
    GetGroupSpaceListResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /**
       * Format: int32
       * @description Number of groups that match
       */
      total?: number;
      /**
       * Format: int32
       * @description Number of groups of the tenant
       */
      groupsTotal?: number;
      /**
       * Format: int32
       * @description Most groups the tenant may have
       */
      groupsMax?: number;
      /** @description Size already given to groups */
      assignedCapacity?: string;
      /** @description Size groups may take in all */
      maxCapacity?: string;
      /** @description One page of groups */
      groups?: components['schemas']['GroupSpaceInfo'][];
    };
    UserSpaceInfo: {
      /** @description User name */
      name?: string;
      /** @description Department id */
      deptId?: string;
      /** @description Department name */
      deptName?: string;
      /** @description Mobile number */
      mobile?: string;
      /**
       * Format: int32
       * @description Role of the user
       */
      role?: number;
      /**
       * Format: int32
       * @description Status of the user account
       */
      status?: number;
      /** @description Space id */
      containerId?: string;
      /**
       * Format: int64
       * @description Space size
       */
      capacity?: number | string;
      /**
       * Format: int64
       * @description Space in use
       */
      spaceUsed?: number | string;
      /** @description Tenant id */
      tenantId?: string;
      /** @description Id of the user space */
      id?: string;
      /** @description User id */
      userId?: string;
      /** @description Status of the space */
      spaceStatus?: string;
    };
    GetUserSpaceListResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description One page of users */
      users?: components['schemas']['UserSpaceInfo'][];
      /** @description Number of users that match */
      total?: string;
    };
    SpaceInfoV2: {
      /**
       * @description Kind of space
       * @enum {string}
       */
      type?: '0' | '1' | '2';
      /** @description Space status */
      status?: string;
      /** @description Owner of the space */
      ownerId?: string;
      /** @description Space id */
      containerId?: string;
      /** @description Root folder id of the ordinary area */
      bizRootFileId?: string;
      /** @description Root folder id of the encrypted safe area */
      bizSboxFileId?: string;
      /** @description Space size */
      capacity?: string;
      /** @description Space in use */
      spaceUsed?: string;
      /** @description Tenant id */
      tenantId?: string;
      /** @description Id of the creator */
      creator?: string;
      /** @description Id of the last one to change it */
      modifier?: string;
      /** @description Root folder id over both areas */
      rootFileId?: string;
    };
    GetSpaceV2Response: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description Every space of the owner that matches */
      data?: components['schemas']['SpaceInfoV2'][];
    };
    GetSpaceAllocatedData: {
      /**
       * Format: int32
       * @description Kind of space
       */
      type?: number;
      /**
       * Format: int64
       * @description Size already given out
       */
      allocateCapacity?: number | string;
      /**
       * Format: int64
       * @description Size in all
       */
      totalCapacity?: number | string;
    };
    GetSpaceAllocationResponse: {
      /** @description Result code, 0 on success */
      code?: string;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description One entry a kind of space */
      data?: components['schemas']['GetSpaceAllocatedData'][];
    };
    TransferUnusedSapaceData: {
      /**
       * Format: int32
       * @description Kind of space that gains
       * @enum {integer}
       */
      type: 0 | 1 | 2;
      /**
       * Format: int32
       * @description Size to add
       */
      expandCapacity: number;
    };
    TransferUnallocatedSpaceRequest: {
      /**
       * Format: int32
       * @description Kind of space that gives
       */
      originType: number;
      /** @description Where it goes */
      target: components['schemas']['TransferUnusedSapaceData'][];
    };
    SpaceQuotaUsage: {
      /** @description Size class the figures are for */
      quota?: string;
      /**
       * Format: int64
       * @description Total allocated
       */
      totalAllocation?: number | string;
      /**
       * Format: int64
       * @description Total quota
       */
      totalCapacity?: number | string;
      /**
       * Format: int64
       * @description Size in use
       */
      totalUsed?: number | string;
    };
    GetSpaceUsageByOverviewResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description Totals over all individual spaces; the example leaves quota out */
      data?: components['schemas']['SpaceQuotaUsage'];
    };
    GetSpaceUsageByQuotaResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description One entry a size class */
      data?: components['schemas']['SpaceQuotaUsage'][];
      /**
       * Format: int32
       * @description Total of allocations; the carrier edition calls it simply the total
       */
      total?: number;
    };
    GetSpaceUsageByUserRequest: {
      /** @description Users wanted */
      userIds?: string[];
      /**
       * Format: int32
       * @description Records a page
       */
      limit?: number;
      /**
       * Format: int32
       * @description Records to skip
       */
      offset?: number;
    };
    UserSpaceQuota: {
      /** @description Size of the space */
      quota?: string;
      /** @description User id */
      userId?: string;
      /**
       * Format: double
       * @description Space in use
       */
      used?: number;
      /** @description When it was created */
      createTime?: string;
      /** @description When the quota begins, ISO 8601 UTC */
      effectiveTime?: string;
      /** @description When the quota ends, ISO 8601 UTC */
      expirationTime?: string;
    };
    GetSpaceUsageByUserResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description One entry a user */
      data?: components['schemas']['UserSpaceQuota'][];
      /**
       * Format: int32
       * @description Total of allocations; the carrier edition calls it simply the total
       */
      total?: number;
    };
    UserPermisson: {
      /** @description User name */
      userName?: string;
      /** @description Mobile number */
      mobile?: string;
      /** @description Department name */
      deptName?: string;
      /** @description Department id */
      deptId?: string;
      /** @description Permission template id; -1 for an anonymous one */
      templateId?: string;
      /** @description Group name */
      groupName?: string;
      /** @description Description, for an anonymous template */
      description?: string;
      /** @description User id */
      userId?: string;
      /** @description Permission template name */
      templateName?: string;
      /**
       * Format: int32
       * @description Role in the department
       */
      deptRole?: number;
      /**
       * Format: int32
       * @description Role in the group
       */
      groupRole?: number;
      /** @description What the user may do */
      capabilities?: components['schemas']['Capabilities'][];
    };
    GetUserPermissionListResponse: {
      /** @description One page of members with their permissions */
      userPermissonList?: components['schemas']['UserPermisson'][];
      /** @description Result code, 0 on success */
      code?: string;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description Cursor of the next page */
      nextCursor?: string;
    };
    PermissionBatchUpdateRequest: {
      /** @description Changes to make */
      amendModRoles: components['schemas']['AmendModRole'][];
      /**
       * Format: int32
       * @description Kind of space; not the numbering of the space APIs
       * @enum {integer}
       */
      type: 0 | 1;
      /** @description Space id */
      container: string;
      /** @description When given, grants on this file or folder only */
      fileId?: string;
    };
    PermissionBatchUpdateResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
    };
    MemberInitialPermission: {
      /**
       * Format: int64
       * @description User id
       */
      userId?: number | string;
      /**
       * Format: int64
       * @description Group or department id
       */
      spaceId?: number | string;
      /** @description Space id */
      containerId?: string;
      /**
       * Format: int32
       * @description Kind of space
       */
      spaceType?: number;
      /** @description Permission template id; -1 for an anonymous one */
      templateId?: string;
      /** @description Permission template name */
      templateName?: string;
      /** @description What a new member may do */
      capabilities?: components['schemas']['Capabilities'];
    };
    InitialMemberPermissionResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description What a new member starts with */
      data?: components['schemas']['MemberInitialPermission'];
    };
    CreatePermissionTemplateRequest: {
      /** @description Template name */
      name: string;
      /** @description Template description */
      description?: string;
      /**
       * Format: int32
       * @description Kind of template
       * @enum {integer}
       */
      type: 0 | 1;
      /** @description Organisation or application the template belongs to, by id */
      company: string;
      /** @description What the template grants */
      capabilities: components['schemas']['Capabilities'];
    };
    CreatePermissionTemplateResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
    };
    EditPermissionTemplateRequest: {
      /**
       * Format: int64
       * @description Template id
       */
      id: number | string;
      /** @description Template name */
      name: string;
      /** @description Template description */
      description?: string;
      /** @description What the template grants */
      capabilities?: components['schemas']['Capabilities'];
    };
    ModifyPermissionTemplateStatusRequest: {
      /**
       * Format: int64
       * @description Template id
       */
      id: number | string;
      /**
       * Format: int32
       * @description New status
       * @enum {integer}
       */
      status: 0 | 1;
    };
    BatchDeletePermissionTemplateRequest: {
      /** @description Templates to delete */
      ids: (number | string)[];
    };
    BatchGetPermissionTemplateRequest: {
      /** @description Templates wanted; each one is checked to exist */
      ids: (number | string)[];
    };
    PermissionTemplate: {
      /** @description Template id */
      id?: string;
      /** @description Template name */
      name?: string;
      /** @description Template description */
      description?: string;
      /**
       * Format: int32
       * @description Kind of template
       * @enum {integer}
       */
      templateType?: 0 | 1;
      /**
       * Format: int32
       * @description Whether it can be used
       * @enum {integer}
       */
      status?: 0 | 1;
      /** @description Organisation or application it belongs to, by id */
      company?: string;
      /** @description When it was created */
      createTime?: string;
      /** @description When it was last changed */
      updateTime?: string;
      /** @description What the template grants */
      capabilities?: components['schemas']['Capabilities'];
    };
    BatchGetPermissionTemplateResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description Templates found */
      data?: components['schemas']['PermissionTemplate'][];
    };
    ListPermissionTemplateResponse: {
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description One page of templates */
      data?: components['schemas']['PermissionTemplate'][];
      /**
       * Format: int32
       * @description Number of templates of the enterprise, preset ones counted
       */
      total?: number;
    };
    AddMemberInitialPermissionRequest: {
      /**
       * Format: int64
       * @description Group or department id
       */
      spaceId: number | string;
      /** @description Template id; -1 for an anonymous set */
      templateId: string;
      /** @description The set itself; needed when templateId is -1 */
      capabilities?: components['schemas']['Capabilities'];
    };
    QueryPermissionTemplateRefResponse: {
      /** @description Whether the template is in use */
      templateRef?: boolean;
      /**
       * Format: int32
       * @description Result code, 0 on success
       */
      code?: number;
      /** @description Text that goes with the code; localised */
      msg?: string;
    };
    AuditData: {
      /** @description SHA-256 of the content */
      sha256?: string;
      /**
       * Format: int64
       * @description Size of the content
       */
      size?: number | string;
      /**
       * Format: int32
       * @description Verdict
       * @enum {integer}
       */
      auditResult?: 2 | 3;
      /** @description Detail of the verdict, JSON as text, kept as it came */
      auditDetail?: string;
      /**
       * Format: int32
       * @description Who gave the verdict
       * @enum {integer}
       */
      auditLevel?: 10 | 20;
      /** @description Download address, when asked for with hasUrl */
      downloadUrl?: string;
    };
    AuditListResponse: {
      /** @description Result code, 0 on success */
      code?: string;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description One page of verdicts */
      auditList?: components['schemas']['AuditData'][];
      /** @description Cursor of the next page; absent on the last */
      nextCursor?: string;
    };
    Audit: {
      /** @description SHA-256 of the content */
      sha256?: string;
      /**
       * Format: int64
       * @description Size of the content
       */
      size?: number | string;
      /**
       * Format: int32
       * @description Verdict
       * @enum {integer}
       */
      auditResult?: 1 | 2 | 3;
      /** @description Detail of the verdict, JSON as text */
      auditDetail?: string;
      /** @description File id; only written to the log, never returned */
      fileId?: string;
    };
    BatchAuditRequest: {
      /** @description Verdicts to add or change */
      list?: components['schemas']['Audit'][];
    };
    Feature: {
      /** @description SHA-256 of the content */
      sha256?: string;
      /**
       * Format: int64
       * @description Size of the content
       */
      size?: number | string;
      /** @description File id; only written to the log */
      fileId?: string;
    };
    BatchGetRequest: {
      /** @description Contents to look up */
      featureList?: components['schemas']['Feature'][];
    };
    BatchGetAudit: {
      /** @description SHA-256 of the content */
      sha256?: string;
      /**
       * Format: int64
       * @description Size of the content
       */
      size?: number | string;
      /**
       * Format: int32
       * @description Who gave the verdict
       * @enum {integer}
       */
      auditLevel?: 10 | 20 | 30 | 99;
      /**
       * Format: int32
       * @description Verdict
       * @enum {integer}
       */
      auditResult?: 1 | 2 | 3;
      /** @description Detail of the verdict, JSON as text */
      auditDetail?: string;
    };
    FcaListAuditDataDto: {
      /** @description Verdicts found; contents never reviewed are left out */
      auditList?: components['schemas']['BatchGetAudit'][];
    };
    BatchGetResponse: {
      /** @description Result code, 0 on success */
      code?: string;
      /** @description Text that goes with the code; localised */
      msg?: string;
      /** @description Answer */
      data?: components['schemas']['FcaListAuditDataDto'];
    };
    /** @description Plain acknowledgement */
    BaseResponse: {
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
    };
    /** @description Cursor paging request */
    PageInfo: {
      /**
       * Format: int32
       * @description Files per page
       * @default 100
       */
      pageSize?: number;
      /** @description Opaque cursor of the page to start from; empty for the first page */
      pageCursor?: string;
    };
    /** @description Sorting of a listing */
    FileSortInfo: {
      /**
       * Format: int32
       * @description Sort key
       * @enum {integer}
       */
      sortType?: 1 | 2 | 3 | 4 | 5 | 6;
      /**
       * Format: int32
       * @description Sort order
       * @enum {integer}
       */
      sortDirection?: 1 | 2;
    };
    /** @description Owner or editor of a file */
    User: {
      /** @description Always drive#user */
      category?: string;
      /** @description Whether this is the calling user */
      me?: boolean;
      /** @description Permission id */
      permissionId?: string;
      /** @description Opaque (base64-looking) user id, not the numeric KooDrive user id */
      userId?: string;
      /** @description Display name */
      displayName?: string;
    };
    /** @description Stored object behind a file (file details) */
    AttachmentMetadata: {
      /** @description Resource id of the stored object */
      assetId?: string;
      /** @description Hash of the stored object */
      hash?: string;
      /**
       * Format: int64
       * @description Length of the stored object
       */
      length?: number | string;
      /** @description SHA-256 for the integrity check */
      sha256?: string;
      /**
       * Format: int32
       * @description Resource kind
       * @enum {integer}
       */
      type?: 0 | 3 | 12;
      /**
       * Format: int32
       * @description Resource state; its values were not found
       */
      state?: number;
    };
    /** @description Stored object behind a file (listings) */
    FileListAttachment: {
      /**
       * @description Purpose of the asset, content by default; services may add values
       * @default content
       */
      usage?: string;
      /** @description Hash of the asset */
      hash?: string;
      /** @description SHA-256 of the asset */
      sha256?: string;
      /** @description Asset id */
      assetId?: string;
    };
    /** @description File details (flat body, no data wrapper) */
    FileDetailResponse: {
      /** @description File id */
      id?: string;
      /** @description File name */
      fileName?: string;
      /**
       * @description File type code
       * @enum {string}
       */
      fileType?: '10' | '11' | '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';
      /** @description Content type; folders carry application/vnd.huawei-apps.folder */
      mimeType?: string;
      /** @description Whether the file is in the recycle bin */
      recycled?: boolean;
      /** @description Parent folder ids; only the first counts */
      parentFolder?: string[];
      /** @description Public custom attributes (each pair at most 124 characters); examples hold srcFileId, createUser, lastEditUser */
      properties?: {
        [key: string]: string;
      };
      /** @description Ids of the spaces that hold the file */
      containers?: string[];
      /** @description Creation time, UTC, yyyy-MM-ddTHH:mm:ss.SSSZ in examples */
      createdTime?: string;
      /** @description Modification time, UTC */
      editedTime?: string;
      /** @description Owners */
      owners?: components['schemas']['User'][];
      /** @description Last editor */
      lastEditor?: components['schemas']['User'];
      /** @description Last component of the file extension; empty for folders */
      fileSuffix?: string;
      /**
       * Format: int32
       * @description File size in bytes
       */
      size?: number;
      /** @description Stored objects */
      attachments?: components['schemas']['AttachmentMetadata'][];
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
    };
    /** @description File or folder in a listing */
    FileInfo: {
      /** @description File id */
      id?: string;
      /** @description File name */
      fileName?: string;
      /**
       * @description File type code
       * @enum {string}
       */
      fileType?: '10' | '11' | '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';
      /** @description Content type; folders carry application/vnd.huawei-apps.folder */
      mimeType?: string;
      /** @description Whether the file is in the recycle bin */
      recycled?: boolean;
      /** @description Parent folder ids; only the first counts */
      parentFolder?: string[];
      /** @description Public custom attributes (each pair at most 124 characters); examples hold srcFileId, createUser, lastEditUser */
      properties?: {
        [key: string]: string;
      };
      /** @description Ids of the spaces that hold the file */
      containers?: string[];
      /** @description Creation time, UTC, yyyy-MM-ddTHH:mm:ss.SSSZ in examples */
      createdTime?: string;
      /** @description Modification time, UTC */
      editedTime?: string;
      /** @description Owners */
      owners?: components['schemas']['User'][];
      /** @description Last editor */
      lastEditor?: components['schemas']['User'];
      /** @description Last component of the file extension; empty for folders */
      fileSuffix?: string;
      /**
       * Format: int32
       * @description File size in bytes
       */
      size?: number;
      /** @description Stored objects */
      attachments?: components['schemas']['FileListAttachment'][];
      /** @description Whether the calling user has it among the favourites */
      favorite?: boolean;
    };
    /** @description Page of files */
    FileListResponse: {
      /** @description Always drive#fileList */
      category?: string;
      /** @description Cursor of the next page */
      nextCursor?: string;
      /** @description Whether the listing is complete; the example shows false */
      searchCompleted?: boolean;
      /** @description Files and folders */
      files?: components['schemas']['FileInfo'][];
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
    };
    /** @description Listing of an individual space */
    ListPersonalFilesRequest: {
      /** @description Paging */
      pageInfo?: components['schemas']['PageInfo'];
      /** @description Sorting */
      sortInfo?: components['schemas']['FileSortInfo'];
      /** @description Space id */
      containerId: string;
      /** @description Folder to list: root (ordinary tree), sbox (safe box tree) or, per the carrier edition, any folder id */
      parentFileId: string;
      /**
       * @description Keep only this file type
       * @enum {string}
       */
      fileType?: '10' | '11' | '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';
      /** @description OBS image-processing expression that sets the thumbnail size */
      imageProcess?: string;
      /** @description Present and empty in the example only; absent from the table */
      fileName?: string;
    };
    /** @description Listing of a department or group space */
    ListTeamFilesRequest: {
      /** @description Paging */
      pageInfo?: components['schemas']['PageInfo'];
      /** @description Sorting */
      sortInfo?: components['schemas']['FileSortInfo'];
      /** @description Space id */
      containerId: string;
      /** @description Folder to list: root (ordinary tree), sbox (safe box tree) or, per the carrier edition, any folder id */
      parentFileId: string;
      /**
       * @description Keep only this file type
       * @enum {string}
       */
      fileType?: '10' | '11' | '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';
      /** @description OBS image-processing expression that sets the thumbnail size */
      imageProcess?: string;
      /** @description Whether to list hidden files */
      hidden?: boolean;
    };
    /** @description Which space the file is in */
    GetFileRequest: {
      /** @description Space id */
      containerId: string;
      /** @description OBS image-processing expression that sets the thumbnail size */
      imageProcess?: string;
    };
    /** @description Smart folder attribute (allow-listed users) */
    SmartFolderAttr: {
      /**
       * Format: int32
       * @description Attribute name
       */
      name?: number;
      /**
       * Format: int32
       * @description Attribute kind
       */
      type?: number;
      /** @description Attribute value */
      value?: string;
      /**
       * Format: int32
       * @description Sort order
       */
      sort?: number;
    };
    /** @description New folder */
    CreateDirectoryRequest: {
      /** @description Creation time, yyyy-MM-ddTHH:mm:ss.sssZ */
      createdTime?: string;
      /** @description Description, no emoji */
      description?: string;
      /** @description Resource type */
      mimeType?: string;
      /** @description Modification time */
      editedTime?: string;
      /** @description Folder name: no < > | : " * ? / ; not "..", "." or empty */
      fileName: string;
      /**
       * @description Always 10
       * @constant
       */
      fileType: '10';
      /** @description Parent folder ids, only the first is used; none means the root folder */
      parentFolder?: string[];
      /** @description Space id */
      containerId: string;
      /**
       * Format: int32
       * @description What to do on a name clash
       * @enum {integer}
       */
      renameMode?: 2 | 3;
      /** @description Whether the folder is hidden */
      hidden?: boolean;
      /** @description Smart folder attributes */
      smartFolderAttr?: components['schemas']['SmartFolderAttr'][];
    };
    /** @description New folder */
    CreateDirectoryResponse: {
      /** @description Id of the new folder */
      id?: string;
      /** @description Name it got */
      fileName?: string;
      /** @description Folder content type */
      mimeType?: string;
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
    };
    /** @description Part of a multi-part upload */
    MultiPartInfo: {
      /**
       * Format: int32
       * @description Part number
       */
      partNumber: number;
      /**
       * Format: int64
       * @description Part length in bytes: 5242880-5368709120, the last part 0-5368709120
       */
      partSize: number | string;
      /**
       * Format: int64
       * @description Bytes before this part; parallel upload only, where all parts but the last must be multiples of 64 bytes
       */
      partOffset?: number | string;
      /** @description Eight 32-bit SHA-256 state words after the previous part; parallel upload only; required on every part but the first */
      hashCtx?: (number | string)[];
      /** @description Pre-signed URL to PUT the part to (output) */
      uploadUrl?: string;
      /** @description Object id of the part */
      partId?: string;
    };
    /** @description Metadata of the file to upload */
    CreateFileRequest: {
      /** @description Creation time, yyyy-MM-dd'T'HH:mm:ss'Z' */
      createdTime?: string;
      /** @description Description */
      description?: string;
      /** @description Resource type */
      mimeType?: string;
      /** @description File name: no < > | : " * ? / ; not "..", "." or empty */
      fileName: string;
      /** @description File type, chosen by the caller; see the file type codes (15,20,26,27,28,30,35,40,45) */
      fileType: string;
      /** @description Parent folder ids, root for the root folder; only the first is used */
      parentFolder: string[];
      /** @description SHA-256 of the whole file; needed to hit instant upload */
      sha256?: string;
      /**
       * Format: int64
       * @description File length in bytes, at most 200 GB for multipart
       */
      length: number | string;
      /**
       * @description Upload mode
       * @enum {string}
       */
      uploadMode: 'multipart';
      /**
       * Format: int32
       * @description Upload type
       * @enum {integer}
       */
      uploadType: 0 | 1 | 2;
      /**
       * Format: int32
       * @description What to do on a name clash
       * @enum {integer}
       */
      autoRename: 2 | 3 | 4;
      /** @description Parts to get URLs for */
      multiParts?: components['schemas']['MultiPartInfo'][];
      /** @description Id of the space to upload into */
      containerId: string;
      /** @description SHA-256 of the first 1 KB */
      preHash?: string;
      /** @description Proof of possession made from the file bytes, against hash guessing; optional in the table, required whenever sha256 is sent according to createHistoryVersions */
      proofCode?: string;
    };
    /** @description Upload ticket */
    CreateFileResponse: {
      /** @description File id */
      fileId?: string;
      /** @description True when instant upload hit: the upload is finished */
      rapidUpload?: boolean;
      /** @description Space that holds the file */
      containerId?: string;
      /** @description Name after a possible rename */
      fileName?: string;
      /** @description Upload id */
      uploadId?: string;
      /** @description Parent folder ids, resolved (root comes back as a real id) */
      parentFolder?: string[];
      /** @description Only with autoRename=4: true when name and sha256 match an existing file */
      exist?: boolean;
      /** @description Parts with upload URLs (uploadMode multipart) */
      multiParts?: components['schemas']['MultiPartInfo'][];
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
    };
    /** @description Parts that need URLs */
    UploadUrlRequest: {
      /** @description File id from createFile */
      fileId: string;
      /** @description Parts to get URLs for */
      multiParts: components['schemas']['MultiPartInfo'][];
    };
    /** @description Upload URLs */
    UploadUrlResponse: {
      /** @description Parts with upload URLs */
      multiParts?: components['schemas']['MultiPartInfo'][];
      /**
       * Format: int32
       * @description Result code, 0 is success
       */
      code?: number;
      /** @description Result message */
      msg?: string;
    };
    /** @description Upload to finish */
    CompleteFileRequest: {
      /** @description File whose bytes are all uploaded */
      fileId: string;
      /** @description SHA-256 of the whole file */
      sha256?: string;
    };
    /** @description Download link of one file */
    DownloadInfoResponse: {
      /** @description File id */
      fileId?: string;
      /** @description File name */
      fileName?: string;
      /** @description Pre-signed download URL */
      url?: string;
      /** @description Result code of this file */
      code?: string;
      /** @description Result message of this file */
      msg?: string;
    };
    /** @description Files to download */
    GetDownloadUrlRequest: {
      /** @description Space the files are in */
      containerId: string;
      /** @description File ids */
      fileIds: string[];
    };
    /** @description Download links */
    GetDownloadUrlResponse: {
      /**
       * Format: int32
       * @description Result code, 0 is success
       */
      code?: number;
      /** @description Result message */
      msg?: string;
      /**
       * Format: int32
       * @description Outcome of the batch
       * @enum {integer}
       */
      batchCode?: 0 | 1 | 2;
      /** @description Links */
      downloads?: components['schemas']['DownloadInfoResponse'][];
    };
    /** @description New name */
    RenameFileRequest: {
      /** @description Space id */
      containerId: string;
      /** @description New name: no < > | : " * ? / \ ; not ".." or "." */
      name: string;
      /**
       * Format: int32
       * @description What to do on a name clash
       * @enum {integer}
       */
      renameMode: 2 | 3;
    };
    /** @description Recycle bin to empty */
    ClearRecycleRequest: {
      /** @description Space id */
      container: string;
    };
    /** @description Paging of a search (documented as pageInfo); both members required here */
    SearchPageInfo: {
      /**
       * Format: int32
       * @description Page size
       */
      pageSize: number;
      /** @description Cursor; empty for the first page */
      pageCursor: string;
    };
    /** @description Search conditions (documented as filter) */
    SearchFilter: {
      /** @description File name, fuzzy */
      keyWord?: string;
      /** @description Space id; required with parentFolder */
      containerId?: string;
      /** @description Parent folder id */
      parentFolder?: string;
      /**
       * @description File type
       * @enum {string}
       */
      fileType?: '10' | '11' | '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';
      /** @description Range of the last update time; its format was not found */
      updateTimeRange?: string;
      /** @description Owner of the files */
      ownerId?: string;
    };
    /** @description Sorting of a search (documented as sortInfo) */
    SearchSortInfo: {
      /**
       * Format: int32
       * @description Sort key; values were not found, see FileSortInfo
       */
      sortType?: number;
      /**
       * Format: int32
       * @description Sort order, see FileSortInfo
       */
      sortDirection?: number;
    };
    /** @description Search */
    SearchRequest: {
      /**
       * @description Where to search
       * @enum {string}
       */
      searchType: 'personal' | 'team';
      pageInfo: components['schemas']['SearchPageInfo'];
      filter?: components['schemas']['SearchFilter'];
      sortInfo?: components['schemas']['SearchSortInfo'];
      /**
       * @description Search the recycle bin
       * @default false
       */
      recycled?: boolean;
      /**
       * @description Search subfolders too
       * @default false
       */
      recursived?: boolean;
      /** @description OBS image-processing expression that sets the thumbnail size */
      imageProcess?: string;
    };
    /** @description Thumbnail address (documented as downLoadLinks) */
    SearchDownloadLink: {
      [key: string]: unknown;
    };
    /** @description Search hit (documented as files) */
    SearchFile: {
      /** @description File id */
      id?: string;
      /** @description Suffix */
      fileSuffix?: string;
      /** @description File name */
      fileName?: string;
      /**
       * @description File type code
       * @enum {string}
       */
      fileType?: '10' | '11' | '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';
      /** @description File size */
      size?: string;
      /** @description Last update time */
      updateTime?: string;
      /** @description Full path of names */
      namePath?: string;
      /** @description Full path of ids */
      idPath?: string;
      /** @description Thumbnail addresses, images only */
      downloadLinks?: components['schemas']['SearchDownloadLink'][];
      /** @description Department or group name, team spaces only */
      teamName?: string;
      /** @description Department or group id */
      teamId?: string;
      /** @description Space id */
      containerId?: string;
      /**
       * @description Space kind
       * @enum {string}
       */
      containerType?: '0' | '1' | '2';
      /** @description Whether the calling user has it among the favourites */
      favorite?: boolean;
      /** @description Owner name, team spaces only */
      owner?: string;
    };
    /** @description Search result */
    SearchResponse: {
      /**
       * Format: int32
       * @description Result code, 0 is success
       */
      code?: number;
      /** @description Result message */
      msg?: string;
      /** @description Hits */
      files?: components['schemas']['SearchFile'][];
      /**
       * Format: int32
       * @description Number of hits
       */
      total?: number;
      /** @description Cursor of the next page, empty on the last */
      nextPageCursor?: string;
    };
    /** @description Folder statistics */
    StatsData: {
      /** @description Total size in bytes */
      totalSize?: string;
      /** @description Number of folders below */
      subDirCount?: string;
      /** @description Number of files below */
      subFileCount?: string;
    };
    /** @description Folder statistics */
    StatsDirResponse: {
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
      data?: components['schemas']['StatsData'];
    };
    /** @description Full paths */
    FullPathResponse: {
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
      /** @description Path of ids, starts with / and the root folder id */
      fileIdPath?: string;
      /** @description Path of names; the root component is root followed by the space id */
      namePath?: string;
    };
    /** @description Body not found */
    FilesBatchRequest: {
      [key: string]: unknown;
    };
    /** @description File to mark */
    StarFileRequest: {
      /** @description Space id */
      containerId: string;
      /** @description File id, no duplicates */
      fileId: string;
    };
    /** @description Favourites change */
    BatchStarRequest: {
      /** @description true adds to the favourites, false removes */
      starred: boolean;
      /** @description Files */
      subRequestList: components['schemas']['StarFileRequest'][];
    };
    /** @description Result of one file */
    SubResponse: {
      /** @description File id */
      fileId?: string;
      /** @description Result code */
      code?: string;
      /** @description Result message (message here, not msg) */
      message?: string;
    };
    /** @description Favourites change result */
    BatchStarResponse: {
      /**
       * Format: int32
       * @description Outcome
       * @enum {integer}
       */
      status?: 0 | 1 | 2;
      /** @description Results */
      subResponseList?: components['schemas']['SubResponse'][];
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
    };
    /** @description Favourite file */
    StarFileInfo: {
      /** @description Always drive#file */
      category?: string;
      /** @description File id */
      id?: string;
      /** @description File name */
      fileName?: string;
      /** @description File type code */
      fileType?: string;
      /** @description Content type */
      mimeType?: string;
      /** @description Whether it is a favourite */
      favorite?: boolean;
      /** @description Whether it is in the recycle bin */
      recycled?: boolean;
    } & {
      [key: string]: unknown;
    };
    /** @description Favourites */
    ListStarResponse: {
      /** @description Cursor of the next page; absent on the last */
      nextCursor?: string;
      /**
       * Format: int32
       * @description Favourites dropped because the file is physically gone
       */
      autoDeleted?: number;
      /** @description Favourites */
      starFiles?: components['schemas']['StarFileInfo'][];
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
    };
    /** @description Archive to list */
    ArchiveListRequest: {
      /** @description Space id */
      containerId: string;
      /** @description Archive file id */
      fileId: string;
      /** @description Archive password; listing a protected archive without it fails */
      pwd?: string;
    };
    /** @description Entries of the archive */
    UncompressedFileinfoList: {
      /** @description Error code */
      code?: string;
      /** @description Full path of the entry inside the archive */
      name?: string;
      /**
       * @description Entry kind
       * @enum {string}
       */
      type?: '1' | '2';
      /** @description Time of the last change (name seen cut off) */
      updateAt?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Archive listing (documented as data) */
    ArchiveListData: {
      /** @description Entries, when answered at once */
      uncompressedFileList?: components['schemas']['UncompressedFileinfoList'];
      /** @description Key of the asynchronous task */
      taskKey?: string;
      /** @description Given when the work is asynchronous */
      taskValue?: Record<string, never>;
      /**
       * Format: int32
       * @description Task progress in percent
       */
      progress?: number;
      /** @description Task id, when the work is asynchronous */
      taskId?: string;
    };
    /** @description Archive listing */
    ArchiveListResponse: {
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
      data?: components['schemas']['ArchiveListData'];
    };
    /** @description Something done to files that concerns the caller */
    RelatedToMeRecord: {
      /** @description Name of the person who acted */
      operator?: string;
      /**
       * Format: int32
       * @description Kind of act
       * @enum {integer}
       */
      operateType?: 1;
      /** @description Time of the act */
      operateTime?: string;
      /** @description Record id; for a share, the share id */
      id?: string;
      /** @description Display name */
      displayName?: string;
      /** @description Files */
      files?: components['schemas']['FileInfo'][];
      /** @description Expiry */
      expireTime?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Records that concern the caller */
    ListRelatedResponse: {
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
      /** @description Cursor of the next page; absent on the last */
      nextCursor?: string;
      /** @description Records */
      relatedToMeInfos?: components['schemas']['RelatedToMeRecord'][];
      /**
       * Format: int64
       * @description Number of records
       */
      total?: number | string;
    };
    /** @description Visited file (spelt so in the docs) */
    AccessiFileInfo: {
      /** @description File id */
      id?: string;
      /** @description Space id */
      containerId?: string;
      /** @description File name */
      name?: string;
      /** @description Id of the collaborating user */
      collaboratorId?: string;
      /** @description Name of the collaborating user */
      collaborator?: string;
      /** @description Time of the collaboration */
      collaborateTime?: string;
      /**
       * @description Kind of collaboration
       * @enum {string}
       */
      collaborateType?: '2' | '3' | '4';
      /**
       * @description File type code
       * @enum {string}
       */
      fileType?: '10' | '11' | '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';
      /** @description Whose file it is */
      owner?: string;
      /** @description Department name; empty for an individual space */
      containerName?: string;
      /**
       * Format: int32
       * @description Space kind
       * @enum {integer}
       */
      containerType?: 0 | 1 | 2;
      /** @description Whether it is a favourite */
      favorite?: boolean;
    };
    /** @description Recent visit */
    RecentlyAccess: {
      /** @description Time of the act */
      operateTime?: string;
      /**
       * Format: int32
       * @description Kind of act
       * @enum {integer}
       */
      operateType?: 1 | 2 | 3 | 4 | 5 | 6;
      file?: components['schemas']['AccessiFileInfo'];
      /**
       * Format: int32
       * @description State
       * @enum {integer}
       */
      status?: 1 | 2;
    };
    /** @description Recent visits */
    ListRecentResponse: {
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
      /** @description Recent visits */
      list?: components['schemas']['RecentlyAccess'][];
    };
    /** @description New version of a file */
    CreateRevisionRequest: {
      /** @description Creation time, yyyy-MM-dd'T'HH:mm:ss'Z' */
      createdTime?: string;
      /** @description File that gets a new version */
      fileId: string;
      /**
       * Format: int32
       * @description Keeping
       * @enum {integer}
       */
      keepPolicy?: 0 | 1;
      /** @description Resource type */
      mimeType?: string;
      /** @description SHA-256 of the whole file */
      sha256?: string;
      /**
       * Format: int64
       * @description Length in bytes, at most 200 GB
       */
      length: number | string;
      /**
       * @description Upload mode
       * @enum {string}
       */
      uploadMode: 'multipart';
      /**
       * Format: int32
       * @description Upload type
       * @enum {integer}
       */
      uploadType: 0 | 1 | 2;
      /** @description Parts to get URLs for */
      multiParts?: components['schemas']['MultiPartInfo'][];
      /** @description SHA-256 of the first 1 KB */
      preHash?: string;
      /** @description Proof of possession made from the file bytes; required whenever sha256 is sent */
      proofCode?: string;
      /** @description Space id */
      containerId: string;
    };
    /** @description Versions of a file */
    ListRevisionRequest: {
      /** @description Paging */
      pageInfo?: components['schemas']['PageInfo'];
      /** @description Space id */
      containerId: string;
      /** @description File id */
      fileId: string;
      /**
       * @description Only * is supported
       * @default *
       */
      fields?: string;
    };
    /** @description Version of a file */
    FileRevisionInfo: {
      /** @description Space id */
      containerId?: string;
      /** @description File id */
      fileId?: string;
      /** @description Version id: asset id, a dot, version id */
      revisionId?: string;
      /**
       * Format: int64
       * @description Version number, only grows
       */
      revisionVersion?: number | string;
      /** @description Whether it is kept for ever */
      keepForever?: boolean;
      /** @description Whether it is the current version */
      latestVersion?: boolean;
      /**
       * Format: int32
       * @description Why the version exists
       * @enum {integer}
       */
      createReason?: 1 | 2;
      /**
       * Format: int64
       * @description Creation time, milliseconds
       */
      createdAt?: number | string;
      /** @description Creator */
      createdBy?: string;
      /**
       * Format: int64
       * @description Update time, milliseconds
       */
      updatedAt?: number | string;
      /** @description Download link; never given in listings */
      downloadUrl?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Versions */
    ListRevisionResponse: {
      /** @description Versions, newest first */
      revisionList?: components['schemas']['FileRevisionInfo'][];
      /** @description Cursor of the next page, empty on the last */
      nextPageCursor?: string;
    };
    /** @description Version to read */
    GetRevisionRequest: {
      /** @description Space id */
      containerId: string;
      /** @description File id */
      fileId: string;
      /** @description Version id: asset id, a dot, version id */
      revisionId: string;
      /**
       * Format: int32
       * @description Which download address
       * @default 1
       * @enum {integer}
       */
      urlType?: 1 | 2;
      /**
       * @description Only * is supported
       * @default *
       */
      fields?: string;
    };
    /** @description Version to act on */
    RevisionRef: {
      /** @description Space id */
      containerId: string;
      /** @description File id */
      fileId: string;
      /** @description Version id: asset id, a dot, version id */
      revisionId: string;
    };
    /** @description Version change (only its keeping can change) */
    UpdateRevisionRequest: {
      /** @description Space id */
      containerId: string;
      /** @description File id */
      fileId: string;
      /** @description Version id: asset id, a dot, version id */
      revisionId: string;
      /** @description true keeps it for ever, false lets the service clear it */
      keepForever?: boolean;
    };
    /** @description Sync folder to create or adopt */
    CreateSyncDirRequest: {
      /** @description Space id */
      container: string;
      /** @description Folder name; required without fileId; not together with fileId */
      fileName?: string;
      /**
       * @description Whether it is hidden
       * @default false
       */
      hidden?: boolean;
      /** @description Parent folder id; root and sbox are refused; default is the root; not together with fileId */
      parentFolder?: string;
      /** @description Existing folder to turn into a sync folder; excludes the three others */
      fileId?: string;
    };
    /** @description Sync folder */
    CreateSyncDirResponse: {
      /** @description Space id */
      container?: string;
      /** @description Folder id */
      fileId?: string;
      /** @description Folder name */
      fileName?: string;
      /** @description Only given (true) when it was a sync folder already */
      exist?: boolean;
    };
    /** @description Sync folder to close */
    CloseSyncDirRequest: {
      /** @description Space id */
      container: string;
      /** @description Sync folder id */
      syncDirId: string;
    };
    /** @description Closed sync folder */
    CloseSyncDirResponse: {
      /** @description Sync folder id */
      syncDirId?: string;
      /** @description Result code, "0" is success */
      code?: string;
      /** @description Result message */
      msg?: string;
    };
    /** @description Changes to read */
    ListChangesRequest: {
      /** @description Space id */
      container: string;
      /** @description Sync folder id */
      syncDirId?: string;
      /** @description Device id */
      deviceId?: string;
      /** @description Cursor to start from */
      cursor?: string;
      /**
       * Format: int32
       * @description Page size
       * @default 10
       */
      pageSize?: number;
    };
    /** @description File metadata (documented as File) */
    SyncFile: {
      /** @description Always drive#file */
      category?: string;
      /** @description File id */
      id?: string;
      /** @description File name */
      fileName?: string;
      /** @description File type code */
      fileType?: string;
      /** @description Content type */
      mimeType?: string;
      /** @description Description */
      description?: string;
      /** @description Whether it is a favourite */
      favorite?: boolean;
    } & {
      [key: string]: unknown;
    };
    /** @description Extra data of a change */
    FileChangeExtInfo: {
      [key: string]: unknown;
    };
    /** @description Change of a file */
    FileChangeInfo: {
      /**
       * @description How changes are folded together; always aggregate here
       * @enum {string}
       */
      policy?: 'full' | 'latest' | 'aggregate';
      /** @description Kind of change; values not found */
      changeType?: string;
      fileInfo?: components['schemas']['SyncFile'];
      /** @description Device that made the change */
      deviceId?: string;
      extInfo?: components['schemas']['FileChangeExtInfo'];
    };
    /** @description Changes */
    ListChangesResponse: {
      /** @description Changes */
      fileChangeList?: components['schemas']['FileChangeInfo'][];
      /** @description Cursor to go on from */
      nextCursor?: string;
      /** @description Whether more changes wait */
      hasMore?: boolean;
    };
    /** @description Rights of a share; documented as supported later, so accept and echo, do not enforce. */
    SharePermission: {
      /** @description May preview. */
      preview?: boolean;
      /** @description May edit. */
      edit?: boolean;
      /** @description May download. */
      download?: boolean;
    };
    /** @description Bare result. */
    ShareBaseResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
    };
    /** @description Body of createShare. */
    CreateShareRequest: {
      /**
       * Format: int32
       * @description Who may use the share.
       * @enum {integer}
       */
      scope: 1 | 2 | 3;
      /** @description Departments addressed (scope 3). */
      deptIds?: string[];
      /** @description User groups addressed (scope 3). */
      groupIds?: string[];
      /** @description Users addressed (scope 3). */
      userIds?: string[];
      /** @description Mobile numbers addressed; for the carrier scenario. */
      phoneNumbers?: string[];
      /** @description Files and folders to share. */
      fileIds: string[];
      /** @description Space which holds the files. */
      containerId: string;
      permission?: components['schemas']['SharePermission'];
      /** @description Access code. */
      extractCode?: string;
      /** @description Time of expiry. */
      expireTime?: string;
      /** @description Message to the receivers. */
      comment?: string;
      /**
       * Format: int32
       * @description Days the share stays valid.
       */
      validDays: number;
      /** @description Kind of expiry; values not documented. */
      expiredType?: string;
    };
    /** @description Created share. */
    ShareLink: {
      /** @description Share id. */
      shareId?: string;
      /** @description Short code. */
      shortUrl?: string;
      /** @description Address of the share page; its last path part is the short code. */
      linkUrl?: string;
      /** @description Access code. */
      extractCode?: string;
      /** @description Message. */
      comment?: string;
      /** @description Time of expiry. */
      expireTime?: string;
      /**
       * @deprecated
       * @description Time of creation.
       */
      createTime?: string;
    };
    /** @description Answer of createShare. */
    CreateShareResponse: {
      /** @description Result code; 0 means success. */
      code?: string;
      /** @description Result text. */
      msg?: string;
      shareLink?: components['schemas']['ShareLink'];
    };
    /** @description Body of updateShare. */
    UpdateShareRequest: {
      /** @description Departments addressed. */
      deptIds?: string[];
      /** @description User groups addressed. */
      groupIds?: string[];
      /** @description Users addressed. */
      userIds?: string[];
      permission?: components['schemas']['SharePermission'];
      /** @description Time of expiry. */
      expireTime?: string;
      /** @description Access code. */
      extractCode?: string;
      /** @description Message. */
      comment?: string;
      /**
       * Format: int32
       * @description Days the share stays valid; 0 leaves the validity as it is.
       */
      validDays: number;
    };
    /** @description Changed share. */
    UpdatedShareLink: {
      /** @description Share id. */
      shareId?: string;
      /** @description Short code. */
      shortUrl?: string;
      /** @description Access code. */
      extractCode?: string;
      /** @description Time of creation. */
      createTime?: string;
      /** @description Time of the last change. */
      updateTime?: string;
      /** @description Time of expiry. */
      expireTime?: string;
      /** @description Address of the share page. */
      linkUrl?: string;
      /** @description Time of sharing. */
      shareTime?: string;
      /**
       * Format: int32
       * @description Who may use the share.
       * @enum {integer}
       */
      scope?: 1 | 2 | 3;
      /** @description Display name. */
      displayName?: string;
      /**
       * Format: int32
       * @description State of the share.
       * @enum {integer}
       */
      status?: 0 | 1 | 2 | 3;
      /** @description Number of views. */
      viewCnt?: string;
      /** @description Number of downloads. */
      downloadCnt?: string;
      /** @description Number of saves. */
      saveCnt?: string;
    };
    /** @description Answer of updateShare. */
    UpdateShareResponse: {
      /** @description Result code; 0 means success. */
      code?: string;
      /** @description Result text. */
      msg?: string;
      shareLink?: components['schemas']['UpdatedShareLink'];
    };
    /** @description A download or thumbnail address. */
    ShareDownloadLink: {
      /** @description What the address is for, e.g. content or thumbnail; open list. */
      usage?: string;
      /** @description Address to fetch. */
      downloadLink?: string;
    };
    /** @description A file of a share in the list calls. */
    ShareFileInfo: {
      /** @description File id. */
      id?: string;
      /** @description File name. */
      fileName?: string;
      /** @description File type, as given by the uploader (2024 edition: up to 250 characters). */
      fileType?: string;
      /** @description Content type. */
      mimeType?: string;
      /**
       * Format: int32
       * @description Size in bytes.
       */
      size?: number;
      /** @description Parent folder ids; only the first counts. */
      parentFolder?: string[];
      /** @description Last part of the file extension. */
      fileSuffix?: string;
      /** @description Space ids. */
      containers?: string[];
      /** @description Addresses of content and thumbnails. */
      downloadLinks?: components['schemas']['ShareDownloadLink'][];
      /** @description Whether the file is in the recycle bin. */
      recycled?: boolean;
    };
    /** @description One share of the caller in a list. */
    ShareByMeLink: {
      /** @description Share id. */
      shareId?: string;
      /** @description Short code. */
      shortUrl?: string;
      /** @description Address of the share page. */
      linkUrl?: string;
      /** @description Time of sharing. */
      shareTime?: string;
      /**
       * Format: int32
       * @description Who may use the share.
       * @enum {integer}
       */
      scope?: 1 | 2 | 3;
      /** @description Files shared. */
      files?: components['schemas']['ShareFileInfo'][];
      /** @description Display name: the file name of a single file; for several files the first name plus a suffix, shown as a folder. */
      displayName?: string;
      /** @deprecated */
      permission?: components['schemas']['SharePermission'];
      /**
       * @deprecated
       * @description Access code.
       */
      extractCode?: string;
      /** @description Time of expiry. */
      expireTime?: string;
      /**
       * Format: int32
       * @description State of the share; 0 means compare expireTime with now.
       * @enum {integer}
       */
      status?: 0 | 1 | 2;
      /** @description Message. */
      comment?: string;
      /**
       * Format: int32
       * @description Number of views.
       */
      viewCnt?: number;
      /**
       * Format: int32
       * @description Number of downloads; documented as supported later.
       */
      downloadCnt?: number;
      /**
       * Format: int32
       * @description Number of saves; documented as supported later.
       */
      saveCnt?: number;
      /** @description Space of the shared files. */
      containerId?: string;
      /** @description Name of that space. */
      containerName?: string;
    };
    /** @description Answer of listShareByMe. */
    ListShareByMeResponse: {
      /** @description Result code; 0 means success. */
      code?: string;
      /** @description Result text. */
      msg?: string;
      /** @description Cursor of the next page; absent on the last. */
      nextCursor?: string;
      /** @description Shares. */
      shareLinks?: components['schemas']['ShareByMeLink'][];
    };
    /** @description Department a share is addressed to. */
    ShareDeptInfo: {
      /** @description Department id. */
      id?: string;
      /** @description Department name. */
      name?: string;
    };
    /** @description User group a share is addressed to. */
    ShareGroupInfo: {
      /** @description User group id. */
      id?: string;
      /** @description User group name. */
      name?: string;
    };
    /** @description User a share is addressed to. */
    ShareUserInfo: {
      /** @description User id. */
      id?: string;
      /** @description User name. */
      name?: string;
    };
    /** @description Details of a share of the caller. */
    ShareByMeLinkDetail: {
      /** @description Share id. */
      shareId?: string;
      /** @description Short code. */
      shortUrl?: string;
      /** @description Address of the share page. */
      linkUrl?: string;
      /** @description Time of sharing. */
      shareTime?: string;
      /**
       * Format: int32
       * @description Who may use the share.
       * @enum {integer}
       */
      scope?: 1 | 2 | 3;
      /** @description Departments addressed. */
      depts?: components['schemas']['ShareDeptInfo'][];
      /** @description User groups addressed. */
      groups?: components['schemas']['ShareGroupInfo'][];
      /** @description Users addressed. */
      users?: components['schemas']['ShareUserInfo'][];
      /** @description Display name. */
      displayName?: string;
      permission?: components['schemas']['SharePermission'];
      /** @description Access code. */
      extractCode?: string;
      /** @description Time of expiry. */
      expireTime?: string;
      /**
       * Format: int32
       * @description State of the share; 0 means compare expireTime with now.
       * @enum {integer}
       */
      status?: 0 | 1 | 2;
      /** @description Message. */
      comment?: string;
    };
    /** @description Answer of getShareByMeDetail. */
    GetShareByMeDetailResponse: {
      /** @description Result code; 0 means success. */
      code?: string;
      /** @description Result text. */
      msg?: string;
      shareLink?: components['schemas']['ShareByMeLinkDetail'];
    };
    /** @description Body of batchCancel. */
    BatchCancelShareRequest: {
      /** @description Shares to cancel. */
      shareIds?: string[];
    };
    /** @description Body of exitShare. */
    ExitShareRequest: {
      /** @description Shares to leave. */
      shareIds: string[];
    };
    /** @description Result for one share. */
    ShareSubResponse: {
      /** @description Share id. */
      shareId?: string;
      /**
       * Format: int32
       * @description Result code of this share.
       */
      code?: number;
      /** @description Result text of this share. */
      msg?: string;
    };
    /** @description Answer of batchCancel. */
    BatchCancelShareResponse: {
      /** @description Result code; 0 means success. */
      code?: string;
      /** @description Result text. */
      msg?: string;
      /** @description One result for each share. */
      subResponseList?: components['schemas']['ShareSubResponse'][];
    };
    /** @description Answer of exitShare. */
    ExitShareResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
      /** @description One result for each share. */
      subResponseList?: components['schemas']['ShareSubResponse'][];
    };
    /** @description One received share in a list. */
    ShareWithMeLink: {
      /** @description Share id. */
      shareId?: string;
      /** @description Short code. */
      shortUrl?: string;
      /** @description Address of the share page. */
      linkUrl?: string;
      /** @description Time of sharing. */
      shareTime?: string;
      /** @description Id of the sharer. */
      ownerId?: string;
      /** @description Name of the sharer. */
      ownerName?: string;
      /** @description Display name. */
      displayName?: string;
      /** @description Files shared. */
      files?: components['schemas']['ShareFileInfo'][];
      permission?: components['schemas']['SharePermission'];
      /** @description Time of expiry. */
      expireTime?: string;
      /**
       * Format: int32
       * @description State of the share; 0 means compare expireTime with now.
       * @enum {integer}
       */
      status?: 0 | 1 | 2;
      /** @description Message. */
      comment?: string;
      /** @description Space id. */
      containerId?: string;
      /**
       * Format: int32
       * @description Number of downloads.
       */
      downloadCnt?: number;
      /**
       * Format: int32
       * @description Number of saves.
       */
      saveCnt?: number;
      /** @description Who may use the share. */
      scope?: string;
      /** @description Time of the last change. */
      updateTime?: string;
      /** @description Number of views. */
      viewCnt?: string;
      /** @description Masked mobile number of the sharer; carrier scenario. */
      ownerMobile?: string;
    };
    /** @description Answer of listShareWithMe. */
    ListShareWithMeResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
      /** @description Cursor of the next page; absent on the last. */
      nextCursor?: string;
      /** @description Shares. */
      shareLinks?: components['schemas']['ShareWithMeLink'][];
    };
    /** @description Details of a received share. */
    ShareWithMeLinkDetail: {
      /** @description Share id. */
      shareId?: string;
      /** @description Short code. */
      shortUrl?: string;
      /** @description Address of the share page. */
      linkUrl?: string;
      /** @description Time of sharing. */
      shareTime?: string;
      /** @description Id of the sharer. */
      ownerId?: string;
      /** @description Name of the sharer. */
      ownerName?: string;
      /** @description Display name. */
      displayName?: string;
      permission?: components['schemas']['SharePermission'];
      /** @description Time of expiry. */
      expireTime?: string;
      /**
       * Format: int32
       * @description State of the share; 0 means compare expireTime with now.
       * @enum {integer}
       */
      status?: 0 | 1 | 2;
      /** @description Message. */
      comment?: string;
    };
    /** @description Answer of getShareWithMeDetail. */
    GetShareWithMeDetailResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
      shareLink?: components['schemas']['ShareWithMeLinkDetail'];
    };
    /** @description What a visitor of a link may know of the share. No field tells whether an access code is needed. */
    CommonShareLink: {
      /** @description Share id; the download and task calls want it. */
      shareId?: string;
      /** @description Short code. */
      shortUrl?: string;
      /** @description Time of sharing. */
      shareTime?: string;
      /** @description Id of the sharer. */
      ownerId?: string;
      /** @description Name of the sharer. */
      ownerName?: string;
      permission?: components['schemas']['SharePermission'];
      /** @description Time of expiry. */
      expireTime?: string;
      /**
       * Format: int32
       * @description State of the share; 0 means compare expireTime with now.
       * @enum {integer}
       */
      status?: 0 | 1 | 2;
      /** @description Validity; the example prints 3, apparently days. */
      expireDate?: string;
    };
    /** @description Answer of getShareInfo and getShareInfoPublic. */
    GetShareInfoResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
      link?: components['schemas']['CommonShareLink'];
    };
    /** @description Body of the verify calls. */
    VerifyExtractCodeRequest: {
      /** @description Short code. */
      shortUrl: string;
      /** @description Access code set on the share. */
      extractCode: string;
    };
    /** @description Answer of verifyExtractCode. */
    VerifyExtractCodeResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
      /** @description Temporary token for the share; life time not documented. */
      kdstoken?: string;
    };
    /** @description Answer of verifyExtractCodePublic. */
    VerifyExtractCodePublicResponse: {
      /** @description Result code; 0 means success. */
      code?: string;
      /** @description Result text. */
      msg?: string;
      /** @description Temporary token for the share; life time not documented. */
      kdstoken?: string;
    };
    /** @description Body of listShareFiles and listShareFilesPublic. */
    ListShareFilesRequest: {
      /** @description Short code. */
      shortUrl: string;
      /** @description Folder to list; left out for the top of the share. */
      parentFolder?: string;
      /**
       * Format: int32
       * @description Records a page; a page may come back short or empty before the list is at its end.
       * @default 100
       */
      pageSize?: number;
      /** @description Cursor of the page wanted: nextCursor of the answer before. */
      pageCursor?: string;
      /**
       * Format: int32
       * @description Sort key.
       * @default 4
       * @enum {integer}
       */
      sortType?: 1 | 2 | 4;
      /**
       * Format: int32
       * @description Sort direction.
       * @default 2
       * @enum {integer}
       */
      sortDirection?: 1 | 2;
      /** @description Temporary token from the verify call. */
      kdstoken?: string;
      /** @description Whether this call counts as a view. */
      refreshCount?: boolean;
      /** @description File name to look for. */
      fileName?: string;
      /** @description Thumbnail processing expression in the syntax of the object store, e.g. image/resize,m_lfit,h_128,w_128. Carrier edition: up to 5 expressions joined by semicolons. */
      imageProcess?: string;
      /** @description Thumbnail size wanted for documents and videos. Whether several names may be joined in one value is not said (the length limit of 100 hints at it). */
      usage?: string;
    };
    /** @description A file under a share link. */
    ShareFile: {
      /** @description File id. */
      id?: string;
      /** @description File name. */
      fileName?: string;
      /** @description File type, as given by the uploader. */
      fileType?: string;
      /** @description Parent folder ids; only the first counts. */
      parentFolder?: string[];
      /** @description Last part of the file extension. */
      fileSuffix?: string;
      /**
       * Format: int32
       * @description Size in bytes.
       */
      size?: number;
      /** @description Space ids; the task calls want one as containerId. */
      containers?: string[];
      /** @description Download addresses. */
      downloadLinks?: string;
      /** @description Time of the last change. */
      editedTime?: string;
    };
    /** @description Answer of listShareFiles and listShareFilesPublic. */
    ListShareFilesResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
      /** @description Cursor of the next page; absent on the last. */
      nextCursor?: string;
      link?: components['schemas']['CommonShareLink'];
      /** @description Files. */
      files?: components['schemas']['ShareFile'][];
    };
    /** @description Body of downloadShareFile and downloadShareFilePublic. */
    DownloadShareFileRequest: {
      /** @description Share id. */
      shareId: string;
      /** @description File to download. */
      fileId: string;
      /** @description Temporary token from the verify call; may be empty for a share without access code. */
      kdstoken?: string;
    };
    /** @description Answer of downloadShareFile and downloadShareFilePublic. */
    DownloadShareFileResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
      /** @description Pre-signed object-store address. */
      downloadUrl?: string;
    };
    /** @description Where to save. */
    ShareFileIdInfo: {
      /** @description Target folder id; root for the top of the space (carrier edition). */
      fileId: string;
      /** @description Target space id. */
      containerId: string;
    };
    /** @description Body of createBatchTask. */
    CreateShareTaskRequest: {
      /**
       * Format: int32
       * @description Kind of task.
       * @enum {integer}
       */
      taskType: 1 | 2;
      /** @description Space of the shared files. */
      containerId: string;
      /** @description Files and folders of the share. */
      fileIds: string[];
      targetFileId?: components['schemas']['ShareFileIdInfo'];
      /** @description Name of the archive. */
      zipName?: string;
      /** @description Share id. */
      shareId: string;
      /** @description Temporary token from the verify call. */
      kdstoken?: string;
    };
    /** @description Answer of createBatchTask. */
    CreateShareTaskResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
      /** @description Task id. */
      taskId?: string;
    };
    /** @description Body of getBatchTask. */
    GetShareTaskRequest: {
      /** @description Task id. */
      taskId: string;
      /** @description Share id. */
      shareId: string;
      /** @description Temporary token from the verify call. */
      kdstoken?: string;
    };
    /** @description State of a share task. */
    ShareJobInfo: {
      /** @description User id. */
      userId?: string;
      /** @description Task id. */
      taskId?: string;
      /**
       * Format: int32
       * @description Kind of task.
       * @enum {integer}
       */
      taskType?: 1 | 2;
      /**
       * Format: int32
       * @description State of the task.
       * @enum {integer}
       */
      taskStatus?: 0 | 1 | 2 | 3;
      /**
       * Format: int32
       * @description Outcome.
       * @enum {integer}
       */
      taskResultCode?: 1 | 2 | 3;
      /** @description Time of creation. */
      createTime?: string;
      /** @description Time of start. */
      startTime?: string;
      /** @description Time of end. */
      endTime?: string;
      /**
       * Format: int32
       * @description Progress in percent.
       */
      progress?: number;
      /** @description Address of the archive; for taskType 1. */
      downloadUrl?: string;
    };
    /** @description Result for one file of a share task. */
    ShareTaskInfo: {
      /** @description Id of the source file. */
      fileId?: string;
      /**
       * @description State of this file.
       * @enum {string}
       */
      status?: '0' | '1' | '2';
      /** @description Id of the saved file; for taskType 2. */
      newFileId?: string;
      /** @description Space of the source file. */
      srcContainerId?: string;
    };
    /** @description Answer of getBatchTask and getBatchTaskPublic. */
    GetShareTaskResponse: {
      /**
       * Format: int32
       * @description Result code; 0 means success.
       */
      code?: number;
      /** @description Result text. */
      msg?: string;
      jobInfo?: components['schemas']['ShareJobInfo'];
      /** @description Result for the files. */
      taskInfos?: components['schemas']['ShareTaskInfo'];
    };
    /** @description Error answer of the job pages */
    TasksErrorBody: {
      /** @description Error code */
      code?: string;
      /** @description Error text */
      msg?: string;
    };
    /**
     * Format: int32
     * @description Kind of batch job
     * @enum {integer}
     */
    JobTaskType: 1 | 2 | 3 | 4 | 5 | 6 | 7;
    /**
     * Format: int32
     * @description Finer kind of a batch job
     * @enum {integer}
     */
    JobActionType: 101 | 201 | 202 | 301 | 501 | 502 | 503 | 701;
    /**
     * Format: int32
     * @description State of a batch job
     * @enum {integer}
     */
    JobStatus: 0 | 1 | 2 | 3;
    /**
     * Format: int32
     * @description Overall outcome of a batch job
     * @enum {integer}
     */
    JobResult: 1 | 2 | 3;
    /** @description One file or folder of a job */
    JobFileInfo: {
      /** @description File or folder id; left out only for taskType 7 */
      fileId?: string;
      /** @description Full id path of the file including fileId itself; must be sent when moving to the recycle bin (201), restoring depends on it */
      filePath?: string;
    };
    /** @description What a job works on */
    CreateTaskInfoReq: {
      /** @description Files and folders; may be left out for taskType 7 */
      fileInfo: components['schemas']['JobFileInfo'][];
      /** @description Path after the operation (target); may be left out for taskType 7 */
      newFilePath?: string;
      /** @description Space the files are in */
      srcContainerId: string;
      /** @description Full paths inside the archive to take out (partial decompression) */
      uncompressFilePaths?: string[];
    };
    /** @description Job to start */
    CreateJobRequest: {
      taskType: components['schemas']['JobTaskType'];
      actionType?: components['schemas']['JobActionType'];
      taskInfo: components['schemas']['CreateTaskInfoReq'];
      /** @description Target space */
      dstContainerId: string;
      /** @description Archive password */
      password?: string;
    };
    /** @description Id of the started job */
    CreateJobResponse: {
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
      /** @description Job id */
      data?: string;
    };
    /** @description Batch job in a list */
    JobInfo: {
      /** @description Job id */
      taskId?: string;
      taskType?: components['schemas']['JobTaskType'];
      actionType?: components['schemas']['JobActionType'];
      status?: components['schemas']['JobStatus'];
      taskResultCode?: components['schemas']['JobResult'];
      /**
       * Format: int32
       * @description Result code of the processing
       */
      resultCode?: number;
      /**
       * Format: int32
       * @description Number of files asked for
       */
      contentNum?: number;
      /** @description Target space */
      containerId?: string;
      /** @description Tenant */
      tenantId?: string;
      /** @description Start, 14 digits yyyyMMddHHmmss in the example, no zone stated */
      beginTime?: string;
      /** @description End in the same form */
      endTime?: string;
      /** @description Creation in the same form */
      createTime?: string;
    };
    /** @description Jobs */
    GetJobListResponse: {
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
      /** @description Jobs */
      data?: components['schemas']['JobInfo'][];
    };
    /** @description Batch job in full */
    JobDetailInfo: {
      /** @description Job id */
      taskId?: string;
      /** @description Job name */
      taskName?: string;
      /** @description User who started it */
      userId?: string;
      taskType?: components['schemas']['JobTaskType'];
      actionType?: components['schemas']['JobActionType'];
      status?: components['schemas']['JobStatus'];
      taskResultCode?: components['schemas']['JobResult'];
      /**
       * Format: int32
       * @description Result code of the processing
       */
      resultCode?: number;
      /**
       * Format: int32
       * @description Percent done, for asynchronous jobs such as package download
       */
      progress?: number;
      /** @description Link to the package */
      downloadUrl?: string;
      /**
       * Format: int32
       * @description Number of files asked for
       */
      contentNum?: number;
      /** @description Target space */
      containerId?: string;
      /** @description Tenant */
      tenantId?: string;
      /** @description Start, 14 digits yyyyMMddHHmmss in the example */
      beginTime?: string;
      /** @description End in the same form */
      endTime?: string;
      /** @description Creation in the same form */
      createTime?: string;
    };
    /** @description Outcome for one file of a job */
    JobTaskInfo: {
      /** @description File before the operation */
      fileId?: string;
      /**
       * @description State for this file
       * @enum {string}
       */
      status?: '0' | '1' | '2';
      /** @description File after the operation */
      newFileId?: string;
      /** @description Path after the operation */
      newFilePath?: string;
      /** @description Source space, filled for copies between spaces */
      srcContainerId?: string;
      /** @description Result code for this file */
      resultCode?: string;
      /** @description Result text for this file */
      resultDesc?: string;
    };
    /** @description Entry of an archive, for decompression jobs only */
    UncompressedFileInfo: {
      /** @description Error code */
      code?: string;
      /** @description Entry name */
      name?: string;
      /**
       * @description Entry kind
       * @enum {string}
       */
      type?: '1' | '2';
      /** @description Change time in milliseconds as text */
      updateAt?: string;
      /** @description Size in bytes as text */
      fileSize?: string;
    };
    /** @description Job with its files */
    JobDetailData: {
      jobInfo?: components['schemas']['JobDetailInfo'];
      /** @description Outcome for each file */
      taskInfos?: components['schemas']['JobTaskInfo'][];
      /** @description Archive entries, taskType 5 only */
      uncompressedFileList?: components['schemas']['UncompressedFileInfo'][];
    };
    /** @description Job detail */
    GetJobDetailResponse: {
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
      data?: components['schemas']['JobDetailData'];
    };
    /** @description Job to cancel */
    CancelJobRequest: {
      /** @description Job id */
      jobId: string;
    };
    /** @description Outcome of a cancel */
    CancelJobResponse: {
      /** @description Business data (in the table only) */
      data?: string;
      /**
       * Format: int32
       * @description Result code (in the example only, 0)
       */
      code?: number;
      /** @description Result text (in the example only) */
      msg?: string;
    };
    /**
     * Format: int32
     * @description State of a user level task
     * @enum {integer}
     */
    UserTaskStatus: 0 | 1 | 2 | 3;
    /** @description Task to start */
    CreateTaskRequest: {
      /**
       * Format: int32
       * @description Kind of task
       * @enum {integer}
       */
      taskType?: 0 | 1;
      /** @description User handed over, for taskType 0 */
      srcUserId?: string;
      /** @description User who receives, for taskType 0 */
      dstUserId?: string;
      /** @description Result id of the import pre-check, for taskType 1 */
      resultId?: string;
      /** @description Organization, for taskType 1 */
      orgId?: string;
      /** @description Creator within the organization, for taskType 1 */
      orgUserId?: string;
    };
    /** @description Id of the started task */
    CreateTaskResponse: {
      /** @description Task id */
      taskId?: string;
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
    };
    /** @description User level task in a list */
    UserTaskInfo: {
      /** @description Task id */
      taskId?: string;
      /** @description Task name */
      taskName?: string;
      /**
       * Format: int32
       * @description Kind of task
       */
      taskType?: number;
      /** @description Tenant */
      tenantId?: string;
      /** @description User */
      userId?: string;
      status?: components['schemas']['UserTaskStatus'];
      /** @description Extension field */
      initParams?: string;
      /** @description Country of the user */
      locale?: string;
      /** @description Result of the task */
      resultCode?: string;
      /** @description Creation time */
      createTime?: string;
      /** @description Start time */
      startTime?: string;
      /** @description End time */
      endTime?: string;
    };
    /** @description One page of user level tasks */
    GetTaskListResponse: {
      /** @description Tasks (name in the table) */
      taskList?: components['schemas']['UserTaskInfo'][];
      /** @description Tasks (name in the example) */
      taskListDtos?: components['schemas']['UserTaskInfo'][];
      /** @description Cursor of the next page; absent on the last */
      nextCursor?: string;
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
    };
    /** @description User level task, its fields stand at the top level */
    GetTaskDetailResponse: {
      /** @description Task id */
      taskId?: string;
      /** @description Task name */
      taskName?: string;
      /**
       * Format: int32
       * @description Kind of task
       */
      taskType?: number;
      /** @description Tenant */
      tenantId?: string;
      /** @description Internal user id */
      userId?: string;
      status?: components['schemas']['UserTaskStatus'];
      /** @description Failure code of the form 18xxxxxx; absent when the task succeeded */
      resultCode?: string;
      /** @description Result code of the call */
      code?: string;
      /** @description Result text */
      msg?: string;
    };
    /** @description Receiver of a hand over */
    GetHandoverDstUserInfoResponse: {
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
      /** @description Receiver's user id */
      id?: string;
      /** @description Receiver's user name */
      name?: string;
    };
    /** @description One user that could not be imported */
    UserImportFailInfo: {
      /** @description User name */
      userName?: string;
      /** @description Reason */
      desc?: string;
    };
    /** @description Outcome of a bulk import */
    UserImportResultDto: {
      /**
       * Format: int32
       * @description Users imported
       */
      successCount?: number;
      /**
       * Format: int32
       * @description Users not imported
       */
      failCount?: number;
      /** @description Failures */
      failInfoList?: components['schemas']['UserImportFailInfo'][];
    };
    /** @description Import outcome */
    GetTaskResultResponse: {
      data?: components['schemas']['UserImportResultDto'];
      /**
       * Format: int32
       * @description Result code (in the example only)
       */
      code?: number;
      /** @description Result text (in the example only) */
      msg?: string;
    };
    /**
     * @description Class of a message
     * @enum {string}
     */
    MessageType: '000' | '001' | '002' | '003';
    /**
     * Format: int32
     * @description Read state
     * @enum {integer}
     */
    MessageState: 0 | 1;
    /** @description One message */
    MessageInfo: {
      /** @description Message id */
      id?: string;
      /** @description Sender */
      sender?: string;
      type?: components['schemas']['MessageType'];
      /** @description Text of the message */
      context?: string;
      state?: components['schemas']['MessageState'];
      /** @description Time received */
      createTime?: string;
    };
    /** @description Number of unread messages */
    GetUnreadCountResponse: {
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
      /**
       * Format: int32
       * @description Unread messages
       */
      count?: number;
    };
    /** @description One page of messages */
    ListMessagesResponse: {
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
      /** @description Cursor of the next page; absent on the last */
      nextCursor?: string;
      /** @description Messages */
      messages?: components['schemas']['MessageInfo'][];
    };
    /** @description Messages to act on */
    MessageIdsRequest: {
      /** @description Message ids */
      ids: string[];
    };
    /** @description Outcome for one message */
    UpdateMessageStateResponse: {
      /** @description Message id */
      id?: string;
      /** @description Whether it was changed */
      changed?: boolean;
    };
    /** @description Outcome for each message */
    BatchMessageStateResponse: {
      /** @description Outcomes */
      messages?: components['schemas']['UpdateMessageStateResponse'][];
    };
    /** @description Plain outcome */
    UpdateSpecificMessageStateResponse: {
      /** @description Result code */
      code?: string;
      /** @description Result text */
      msg?: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  authSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The token is valid; its owner is described */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthSessionResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  getAuthCodeURL: {
    parameters: {
      query: {
        /** @description Domain of the front end that will receive the code */
        domain: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign-in address */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetAuthCodeURLResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  createSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateSessionRequest'];
      };
    };
    responses: {
      /** @description Session made */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateSessionResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  refreshSession: {
    parameters: {
      query?: never;
      header: {
        /** @description The sessionId given when the session was made */
        'x-session-id': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description New token */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefreshSessionResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  logout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Session ended */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthResultResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  getService: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Subscription state */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetServiceResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  getQuotaUsed: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Usage figures */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetQuotaUsedResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  setPackageDownloadExpires: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetPackageDownloadExpiresRequest'];
      };
    };
    responses: {
      /** @description Setting stored */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthResultResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  getJsSdkInfo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description JsSdk settings */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetJsSdkInfoResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  listAuditLogs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListAuditLogsRequest'];
      };
    };
    responses: {
      /** @description Audit records found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListAuditLogsResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthErrorBody'];
        };
      };
    };
  };
  getDepartmentList: {
    parameters: {
      query?: {
        /** @description KooDrive department id whose children are wanted */
        departmentId?: string;
        /** @description Search text matched against the department name */
        keyWord?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetDepartmentListResponse'];
        };
      };
    };
  };
  getDepartment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description KooDrive department id */
        department_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetDepartmentResponse'];
        };
      };
    };
  };
  updateDepartment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description KooDrive department id */
        department_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateDepartmentRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgResponse'];
        };
      };
    };
  };
  deleteDepartment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description KooDrive department id */
        department_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgResponse'];
        };
      };
    };
  };
  createDepartment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDepartmentRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateDepartmentResponse'];
        };
      };
    };
  };
  getUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description KooDrive user id (not the OrgID one) */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetUserResponse'];
        };
      };
    };
  };
  updateUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description KooDrive user id (not the OrgID one) */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['UpdateUserRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgResponse'];
        };
      };
    };
  };
  deleteUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description KooDrive user id (not the OrgID one) */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgResponse'];
        };
      };
    };
  };
  getUserList: {
    parameters: {
      query: {
        /** @description KooDrive department id; absent means the organization of the caller (the prose calls it department_id) */
        deptId?: string;
        /** @description Only direct members (the English edition words it as members of the root department) */
        isDirect?: boolean;
        /** @description Rows to skip; typed String */
        offset: string;
        /** @description Page size 1 to 100; typed String */
        limit: string;
        /** @description Search text matched against the name */
        keyWord?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetUserListResponse'];
        };
      };
    };
  };
  countUser: {
    parameters: {
      query?: {
        /** @description KooDrive department id; absent or empty counts the whole organization (the prose calls it dept_id) */
        deptId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CountUserResponse'];
        };
      };
    };
  };
  createUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUserRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateUserResponse'];
        };
      };
    };
  };
  getUserMobile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description KooDrive user id (not the OrgID one) */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetUserMobileResponse'];
        };
      };
    };
  };
  batchImportUserPreVerify: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchImportUserPreVerifyRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchImportUserPreVerifyResponse'];
        };
      };
    };
  };
  expandUserNum: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Described as the user id inside OrgID, although it is named orgId */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgResponse'];
        };
      };
    };
  };
  getUserGroupList: {
    parameters: {
      query: {
        /** @description Page size; a page may be short or empty before the end is reached */
        pageSize: number;
        /** @description nextCursor of the page before */
        pageCursor: string;
        /** @description Search text for the group name */
        groupName?: string;
        /** @description Kind of group */
        sourceType: 0 | 1;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetUserGroupListResponse'];
        };
      };
    };
  };
  createUserGroup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUserGroupRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateUserGroupResponse'];
        };
      };
    };
  };
  getUserGroup: {
    parameters: {
      query: {
        /** @description Kind of group */
        sourceType: 0 | 1;
      };
      header?: never;
      path: {
        /** @description Group id */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetUserGroupResponse'];
        };
      };
    };
  };
  updateUserGroup: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Group id */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateUserGroupRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgResponse'];
        };
      };
    };
  };
  deleteUserGroup: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Group id */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgResponse'];
        };
      };
    };
  };
  getUserGroupMemberList: {
    parameters: {
      query: {
        /** @description Rows to skip */
        offset: number;
        /** @description Page size */
        limit: number;
        /** @description Search text; said to match name and ownerName (printed ownerNamer in the html editions) */
        keyWord?: string;
      };
      header?: never;
      path: {
        /** @description Group id */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetUserGroupMemberListResponse'];
        };
      };
    };
  };
  batchAddGroupMembers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Group id */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchAddGroupMembersRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchGroupMembersResponse'];
        };
      };
    };
  };
  batchDeleteGroupMembers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Group id */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchDeleteGroupMembersRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchGroupMembersResponse'];
        };
      };
    };
  };
  getDepartmentSpaceList: {
    parameters: {
      query: {
        /** @description Records to skip */
        offset: string;
        /** @description Records a page */
        limit: string;
        /** @description Search text for the department name and its administrator */
        keyWord?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetDepartmentSpaceListResponse'];
        };
      };
    };
  };
  getSpace: {
    parameters: {
      query: {
        /** @description Kind of space */
        type: '0' | '1' | '2';
        /** @description Picks one space; needed for type 1 when the owner has several individual spaces */
        containerId?: string;
      };
      header?: never;
      path: {
        /** @description Department, user or group id that owns the space */
        ownerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetSpaceResponse'];
        };
      };
    };
  };
  updateSpace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Department, user or group id that owns the space */
        ownerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateSpaceRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgIntResponse'];
        };
      };
    };
  };
  createSpace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Department, user or group id that owns the space */
        ownerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateSpaceRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateSpaceResponse'];
        };
      };
    };
  };
  deleteSpace: {
    parameters: {
      query: {
        /** @description Kind of space */
        type: 0 | 1;
        /** @description Space to delete; must be given when a third-party integration has left the user with several individual spaces */
        containerId?: string;
      };
      header?: never;
      path: {
        /** @description Department, user or group id that owns the space */
        ownerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgIntResponse'];
        };
      };
    };
  };
  batchGetSpace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchGetSpaceRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchGetSpaceResponse'];
        };
      };
    };
  };
  getSpaceByContainerID: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Space id */
        containerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetSpaceByContainerIDResponse'];
        };
      };
    };
  };
  createGroupSpace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateGroupSpaceRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateGroupSpaceResponse'];
        };
      };
    };
  };
  deleteGroupSpace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Group id */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgIntResponse'];
        };
      };
    };
  };
  getTeamSpaceList: {
    parameters: {
      query: {
        /** @description Records to skip */
        offset: number;
        /** @description Records a page */
        limit: number;
        /** @description Search text for the space name and the owner name */
        keyWord?: string;
        /** @description Which spaces */
        teamType?: 0 | 1 | 2;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetTeamSpaceListResponse'];
        };
      };
    };
  };
  getGroupSpaceList: {
    parameters: {
      query: {
        /** @description Records to skip */
        offset: number;
        /** @description Records a page */
        limit: number;
        /** @description Search text for the space name and the owner name */
        keyWord?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetGroupSpaceListResponse'];
        };
      };
    };
  };
  getUserSpaceList: {
    parameters: {
      query: {
        /** @description Department to look in; left out, a system administrator sees the whole organisation and a department administrator the own department */
        deptId?: string;
        /** @description Only direct members of the department */
        isDirect?: boolean;
        /** @description Records to skip */
        offset: string;
        /** @description Records a page */
        limit: string;
        /** @description Search text for name and mobile number */
        keyWord?: string;
        /** @description Only spaces in this status */
        spaceStatus?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetUserSpaceListResponse'];
        };
      };
    };
  };
  getSpaceV2: {
    parameters: {
      query?: {
        /** @description Kind of space */
        type?: '0' | '1' | '2';
      };
      header?: never;
      path: {
        /** @description Id of the owner; called a user id on this page */
        owner_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetSpaceV2Response'];
        };
      };
    };
  };
  getSpaceAllocation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetSpaceAllocationResponse'];
        };
      };
    };
  };
  transferUnallocatedSpace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransferUnallocatedSpaceRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgStringResponse'];
        };
      };
    };
  };
  getSpaceUsageByOverview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetSpaceUsageByOverviewResponse'];
        };
      };
    };
  };
  getSpaceUsageByQuota: {
    parameters: {
      query?: {
        /** @description Records a page */
        limit?: number;
        /** @description Records to skip */
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetSpaceUsageByQuotaResponse'];
        };
      };
    };
  };
  getSpaceUsageByUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GetSpaceUsageByUserRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetSpaceUsageByUserResponse'];
        };
      };
    };
  };
  getUserPermissionList: {
    parameters: {
      query: {
        /** @description Only members on this template; -1 for anonymous ones, else the id of a named one */
        templateId?: string;
        /** @description Kind of space; not the numbering of the space APIs */
        spaceType: 0 | 1;
        /** @description Group id; needed when spaceType is 1 */
        groupId?: string;
        /** @description Department id; needed when spaceType is 0 */
        deptId?: string;
        /** @description Records a page */
        count?: number;
        /** @description Cursor of the page wanted */
        cursor?: string;
        /** @description Space id */
        containerId: string;
        /** @description Search text for the user name */
        userName?: string;
        /** @description Look at the permissions on this file instead of the whole space */
        fileId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetUserPermissionListResponse'];
        };
      };
    };
  };
  permissionBatchUpdate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PermissionBatchUpdateRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermissionBatchUpdateResponse'];
        };
      };
    };
  };
  initialMemberPermission: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Group or department id, not the container id */
        spaceId: number | string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InitialMemberPermissionResponse'];
        };
      };
    };
  };
  createPermissionTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePermissionTemplateRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatePermissionTemplateResponse'];
        };
      };
    };
  };
  editPermissionTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditPermissionTemplateRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgIntResponse'];
        };
      };
    };
  };
  modifyPermissionTemplateStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ModifyPermissionTemplateStatusRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgStringResponse'];
        };
      };
    };
  };
  batchDeletePermissionTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchDeletePermissionTemplateRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgStringResponse'];
        };
      };
    };
  };
  batchGetPermissionTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchGetPermissionTemplateRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchGetPermissionTemplateResponse'];
        };
      };
    };
  };
  listPermissionTemplate: {
    parameters: {
      query: {
        /** @description Records a page */
        limit: number;
        /** @description Records to skip */
        offset: number;
        /** @description Only this template */
        id?: number | string;
        /** @description Only this kind */
        templateType?: 0 | 1;
        /** @description Only this status */
        status?: 0 | 1;
        /** @description Order by creation time */
        orderByTime?: 0 | 1;
        /** @description Whether preset templates come before the custom ones or after them */
        preBefore?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListPermissionTemplateResponse'];
        };
      };
    };
  };
  addMemberInitialPermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddMemberInitialPermissionRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgStringResponse'];
        };
      };
    };
  };
  queryPermissionTemplateRef: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Template id */
        id: number | string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QueryPermissionTemplateRefResponse'];
        };
      };
    };
  };
  auditList: {
    parameters: {
      query?: {
        /** @description Records a page */
        pageSize?: string;
        /** @description Cursor of the page wanted */
        cursor?: string;
        /** @description Whether to return download addresses */
        hasUrl?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditListResponse'];
        };
      };
    };
  };
  batchAudit: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchAuditRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CodeMsgStringResponse'];
        };
      };
    };
  };
  batchGet: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchGetRequest'];
      };
    };
    responses: {
      /** @description Result envelope */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchGetResponse'];
        };
      };
    };
  };
  getPersonalFiles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description What to list */
        type: '0' | '1';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListPersonalFilesRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileListResponse'];
        };
      };
    };
  };
  getDepartmentFiles: {
    parameters: {
      query?: {
        /** @description Team kind */
        team_type?: 0 | 2;
      };
      header?: never;
      path: {
        /** @description Team id: department id or group id */
        groupId: string;
        /** @description What to list */
        type: '0' | '1';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListTeamFilesRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileListResponse'];
        };
      };
    };
  };
  getFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path: {
        /** @description File id */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GetFileRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileDetailResponse'];
        };
      };
    };
  };
  createDirectory: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDirectoryRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateDirectoryResponse'];
        };
      };
    };
  };
  createFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateFileRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateFileResponse'];
        };
      };
    };
  };
  uploadUrl: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UploadUrlRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UploadUrlResponse'];
        };
      };
    };
  };
  completeFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CompleteFileRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaseResponse'];
        };
      };
    };
  };
  getDownLoadUrl: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GetDownloadUrlRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetDownloadUrlResponse'];
        };
      };
    };
  };
  renameFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path: {
        /** @description File id */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RenameFileRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaseResponse'];
        };
      };
    };
  };
  clearRecycleFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClearRecycleRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaseResponse'];
        };
      };
    };
  };
  Search: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchResponse'];
        };
      };
    };
  };
  StatsDir: {
    parameters: {
      query: {
        /** @description Folder id; newer editions also accept root */
        fileId: string;
        /** @description Space of the folder */
        containerId: string;
        /** @description Count the whole subtree */
        recursive?: boolean;
        /** @description Count folders (newer international edition) */
        includeDirCount?: boolean;
        /** @description Count files (newer international edition) */
        includeFileCount?: boolean;
        /** @description Sum sizes (newer international edition) */
        includeTotalSize?: boolean;
        /** @description Only this kind (newer international edition) */
        type?: 1 | 2;
        /** @description Comma-separated extensions, case-insensitive, at most 100 (newer international edition) */
        extensions?: string;
        /** @description Comma-separated file type codes, at most 100 (carrier edition spelling; presumed in the newer international edition) */
        categorys?: string;
        /** @description true: hidden only, false: visible only, absent: all (carrier edition) */
        hidden?: boolean;
        /** @description true: recycled items only (all of them with fileId root), false: none, absent: follows the state of the folder (carrier edition) */
        isRecycled?: boolean;
      };
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatsDirResponse'];
        };
      };
    };
  };
  GetFullPath: {
    parameters: {
      query: {
        /** @description File id */
        fileId: string;
        /** @description Space id */
        containerId: string;
      };
      header?: {
        /** @description Shared-folder id; when sent the call acts inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FullPathResponse'];
        };
      };
    };
  };
  batchFiles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FilesBatchRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaseResponse'];
        };
      };
    };
  };
  batchStarFile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchStarRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchStarResponse'];
        };
      };
    };
  };
  listStarFile: {
    parameters: {
      query?: {
        /** @description Page size; short or empty pages may come before the end */
        pageSize?: number;
        /** @description nextCursor of the page before */
        pageCursor?: string;
        /** @description Sort key */
        sortType?: 1;
        /** @description Sort order */
        sortDirection?: 1 | 2;
        /** @description Keep only this type */
        fileType?: '10' | '11' | '15' | '20' | '26' | '27' | '28' | '30' | '35' | '40' | '45';
        /** @description OBS image-processing expression that sets the thumbnail size */
        imageProcess?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListStarResponse'];
        };
      };
    };
  };
  listFile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ArchiveListRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArchiveListResponse'];
        };
      };
    };
  };
  ListRelatedToMe: {
    parameters: {
      query?: {
        /** @description Page size; short or empty pages may come before the end */
        pageSize?: number;
        /** @description nextCursor of the page before */
        pageCursor?: string;
        /** @description Sort key */
        sortType?: 1;
        /** @description Sort order */
        sortDirection?: 1 | 2;
        /** @description Fuzzy match of the display name */
        displayName?: string;
        /** @description Kind */
        relatedType?: '0' | '1' | '';
        /** @description OBS image-processing expression that sets the thumbnail size */
        imageProcess?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListRelatedResponse'];
        };
      };
    };
  };
  ListRecentlyAccess: {
    parameters: {
      query?: {
        /** @description OBS image-processing expression that sets the thumbnail size */
        imageProcess?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListRecentResponse'];
        };
      };
    };
  };
  createHistoryVersions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRevisionRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateFileResponse'];
        };
      };
    };
  };
  completeFileRevision: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CompleteFileRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaseResponse'];
        };
      };
    };
  };
  listRevision: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListRevisionRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListRevisionResponse'];
        };
      };
    };
  };
  getRevision: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GetRevisionRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileRevisionInfo'];
        };
      };
    };
  };
  updateRevision: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateRevisionRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaseResponse'];
        };
      };
    };
  };
  deleteRevision: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevisionRef'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaseResponse'];
        };
      };
    };
  };
  restoreRevision: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevisionRef'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BaseResponse'];
        };
      };
    };
  };
  createSyncDir: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateSyncDirRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateSyncDirResponse'];
        };
      };
    };
  };
  closeSyncDir: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseSyncDirRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CloseSyncDirResponse'];
        };
      };
    };
  };
  listChanges: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListChangesRequest'];
      };
    };
    responses: {
      /** @description Result (business status is in the code field) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListChangesResponse'];
        };
      };
    };
  };
  listShareByMe: {
    parameters: {
      query?: {
        pageSize?: number;
        pageCursor?: string;
        sortType?: 4;
        sortDirection?: 1 | 2;
        displayName?: string;
        imageProcess?: string;
        usage?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListShareByMeResponse'];
        };
      };
    };
  };
  createShare: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateShareRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateShareResponse'];
        };
      };
    };
  };
  getShareByMeDetail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        shareId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetShareByMeDetailResponse'];
        };
      };
    };
  };
  updateShare: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        shareId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateShareRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateShareResponse'];
        };
      };
    };
  };
  batchCancel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchCancelShareRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchCancelShareResponse'];
        };
      };
    };
  };
  listShareWithMe: {
    parameters: {
      query?: {
        pageSize?: number;
        pageCursor?: string;
        sortType?: 4;
        sortDirection?: 1 | 2;
        displayName?: string;
        imageProcess?: string;
        usage?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListShareWithMeResponse'];
        };
      };
    };
  };
  getShareWithMeDetail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        shareId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetShareWithMeDetailResponse'];
        };
      };
    };
  };
  exitShare: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExitShareRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExitShareResponse'];
        };
      };
    };
  };
  visitShare: {
    parameters: {
      query: {
        shortUrl: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShareBaseResponse'];
        };
      };
    };
  };
  getShareInfo: {
    parameters: {
      query: {
        shortUrl: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetShareInfoResponse'];
        };
      };
    };
  };
  verifyExtractCode: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VerifyExtractCodeRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerifyExtractCodeResponse'];
        };
      };
    };
  };
  listShareFiles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListShareFilesRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListShareFilesResponse'];
        };
      };
    };
  };
  downloadShareFile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DownloadShareFileRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DownloadShareFileResponse'];
        };
      };
    };
  };
  createBatchTask: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateShareTaskRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateShareTaskResponse'];
        };
      };
    };
  };
  getBatchTask: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GetShareTaskRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetShareTaskResponse'];
        };
      };
    };
  };
  visitSharePublic: {
    parameters: {
      query: {
        shortUrl: string;
      };
      header: {
        'X-Hw-Agentname': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShareBaseResponse'];
        };
      };
    };
  };
  getShareInfoPublic: {
    parameters: {
      query: {
        shortUrl: string;
      };
      header: {
        'X-Hw-Agentname': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetShareInfoResponse'];
        };
      };
    };
  };
  verifyExtractCodePublic: {
    parameters: {
      query?: never;
      header: {
        'X-Hw-Agentname': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VerifyExtractCodeRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerifyExtractCodePublicResponse'];
        };
      };
    };
  };
  listShareFilesPublic: {
    parameters: {
      query?: never;
      header: {
        'X-Hw-Agentname': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListShareFilesRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListShareFilesResponse'];
        };
      };
    };
  };
  downloadShareFilePublic: {
    parameters: {
      query?: never;
      header: {
        'X-Hw-Agentname': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DownloadShareFileRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DownloadShareFileResponse'];
        };
      };
    };
  };
  createBatchTaskPublic: {
    parameters: {
      query?: never;
      header: {
        'X-Hw-Agentname': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateShareTaskRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateShareTaskResponse'];
        };
      };
    };
  };
  getBatchTaskPublic: {
    parameters: {
      query: {
        shareId: string;
        kdstoken?: string;
        taskId: string;
      };
      header: {
        'X-Hw-Agentname': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetShareTaskResponse'];
        };
      };
    };
  };
  getJobList: {
    parameters: {
      query: {
        /** @description Filter by job type */
        type?: components['schemas']['JobTaskType'];
        /** @description Filter by job status */
        status?: components['schemas']['JobStatus'];
        /** @description Number of records to skip */
        offset: number;
        /** @description Most records to return */
        limit: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Jobs found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetJobListResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TasksErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TasksErrorBody'];
        };
      };
    };
  };
  createJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description Shared folder id; when sent the job runs inside that shared folder */
        'x-hw-share-folder-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateJobRequest'];
      };
    };
    responses: {
      /** @description Job accepted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateJobResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TasksErrorBody'];
        };
      };
      /** @description Not authenticated */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TasksErrorBody'];
        };
      };
    };
  };
  getJobDetail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Batch job id */
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Job found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetJobDetailResponse'];
        };
      };
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelJobRequest'];
      };
    };
    responses: {
      /** @description Cancelled */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CancelJobResponse'];
        };
      };
      /** @description Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TasksErrorBody'];
        };
      };
      /** @description Authentication failed */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TasksErrorBody'];
        };
      };
      /** @description Internal error */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TasksErrorBody'];
        };
      };
    };
  };
  createTask: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateTaskRequest'];
      };
    };
    responses: {
      /** @description Task accepted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateTaskResponse'];
        };
      };
    };
  };
  getTaskLIst: {
    parameters: {
      query?: {
        /** @description Kind of task, 0 is hand over */
        taskType?: number;
        /** @description Task states to keep */
        status?: components['schemas']['UserTaskStatus'][];
        /** @description Records on a page; a page may be short or empty before the end */
        pageSize?: number;
        /** @description nextCursor of the page before */
        pageCursor?: number | string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of tasks */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetTaskListResponse'];
        };
      };
    };
  };
  getTaskDetail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Task id */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Task found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetTaskDetailResponse'];
        };
      };
    };
  };
  getHandoverDstUserInfo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the user handed over */
        src_user_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Receiver found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetHandoverDstUserInfoResponse'];
        };
      };
    };
  };
  getTaskResult: {
    parameters: {
      query?: {
        /** @description Task id (optional by the table, although nothing else selects the task) */
        taskId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Import outcome */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetTaskResultResponse'];
        };
      };
    };
  };
  getUnreadCount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Count */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetUnreadCountResponse'];
        };
      };
    };
  };
  listMessages: {
    parameters: {
      query?: {
        /** @description Records on a page; a page may be short or empty before the end */
        pageSize?: number;
        /** @description nextCursor of the page before */
        pageCursor?: string;
        /** @description Message class to keep */
        filterType?: components['schemas']['MessageType'];
        /** @description Read state to keep */
        state?: components['schemas']['MessageState'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of messages */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListMessagesResponse'];
        };
      };
    };
  };
  batchReadMessage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MessageIdsRequest'];
      };
    };
    responses: {
      /** @description Outcome for each message */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchMessageStateResponse'];
        };
      };
    };
  };
  batchDeleteMessage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MessageIdsRequest'];
      };
    };
    responses: {
      /** @description Outcome for each message */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchMessageStateResponse'];
        };
      };
    };
  };
  updateSpecificMessageState: {
    parameters: {
      query: {
        /** @description What to do with all messages of the caller */
        operate: 0 | 1;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateSpecificMessageStateResponse'];
        };
      };
    };
  };
}
