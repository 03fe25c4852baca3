// Made by libs/client/generate.mjs from docs/openapi.json. Do not edit: run `npm run openapi`.

export interface paths {
  '/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Check whether the process works
     * @description Requires no credential.
     */
    get: operations['health.live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Check whether this instance should get traffic
     * @description 503 while the instance starts or drains. A dependency that does not work is reported with its reason, but the instance stays ready: another one would have the same trouble. Requires no credential.
     */
    get: operations['health.ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Metrics for Prometheus
     * @description Requires no credential.
     */
    get: operations['health.metricsText'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sign in with KooDrive
     * @description Redirects to KooDrive's identity provider. Navigate the browser here; do not call it from a script. Requires no credential.
     */
    get: operations['auth.login'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Finish the sign-in with KooDrive
     * @description The identity provider redirects the browser here. Starts the browser session and returns a page that navigates to `returnTo`. Requires no credential.
     */
    get: operations['auth.callback'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the current browser session: user, times and scopes
     * @description For every signed-in browser, and no other caller.
     */
    get: operations['auth.session'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign out of the gateway and of KooDrive
     * @description Does nothing without a browser session. With one, the call requires X-CSRF and must come from a page of an allowed origin. Requires no credential.
     */
    post: operations['auth.logout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/openid/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sign in with OpenID Connect
     * @description Redirects to the configured provider. Navigate the browser here; do not call it from a script. Requires no credential.
     */
    get: operations['openid.login'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/openid/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Finish the sign-in with OpenID Connect
     * @description The provider redirects the browser here. Starts the browser session and returns a page that navigates to `returnTo`. Requires no credential.
     */
    get: operations['openid.callback'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/openid/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sign out of the OpenID Connect provider
     * @description Redirects to the provider. End the browser session first with `POST /auth/logout`. Requires no credential.
     */
    get: operations['openid.logout'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/openid/backchannel-logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End browser sessions that the OpenID Connect provider has ended
     * @description For the provider (OpenID Connect Back-Channel Logout 1.0): the form holds a `logout_token`, which works once. It ends the browser sessions of its `sid`, or all of its `sub`, on all instances. Requires no credential.
     */
    post: operations['openid.backChannelLogout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List your browser sessions
     * @description For every signed-in browser, and no other caller.
     */
    get: operations['mysessions.list'];
    put?: never;
    post?: never;
    /**
     * End all your browser sessions
     * @description Also ends the session of this request. For every signed-in browser, and no other caller.
     */
    delete: operations['mysessions.endAll'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End one of your browser sessions
     * @description For every signed-in browser, and no other caller.
     */
    delete: operations['mysessions.end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read your profile, organization, spaces, quota and unread count
     * @description If a part cannot be read, it is left out, and `failed` has the reason. Requires the scope `me:read`. Cached for at most 10 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['me.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/recent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the files you used recently
     * @description Newest first. Not cached, because opening a file changes the list. Requires the scope `files:read`.
     */
    get: operations['activity.recent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/related': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List actions of others that concern you
     * @description Newest first. The upstream returns only shares with you. Requires the scope `files:read`. Cached for at most 10 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['activity.related'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/favorites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List your favorites
     * @description The most recently marked first. The space of a file is missing if the upstream does not return it. Requires the scope `files:read`. Cached for at most 10 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['favorites.list'];
    put?: never;
    /**
     * Mark files as favorites
     * @description Requires the scope `files:write`.
     */
    post: operations['favorites.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/favorites/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Remove files from your favorites
     * @description Requires the scope `files:write`.
     */
    post: operations['favorites.remove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the spaces that you have access to
     * @description Individual spaces first, then those of departments and groups. Requires the scope `spaces:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['spaces.list'];
    put?: never;
    /**
     * Create a space for a user, a department or a new group
     * @description A department can have only one space. A group space is created with its group, which you own. Members who could not be added are `failed` in `members`. Requires the scope `admin:spaces`.
     */
    post: operations['spaces.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/by-owner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the spaces of several users, departments or groups
     * @description One result for each owner. The result of a user with several individual spaces is `failed`, because the upstream requires one of them. Use `GET /v1/users/{userId}/spaces` for such a user. Requires the scope `spaces:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['spaces.byOwner'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a space
     * @description Requires the scope `spaces:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['spaces.read'];
    put?: never;
    post?: never;
    /**
     * Delete a space with all its files
     * @description The group of a group space is deleted too. Requires the scope `admin:spaces`.
     */
    delete: operations['spaces.delete'];
    options?: never;
    head?: never;
    /**
     * Resize, disable or enable a space
     * @description Only for the space of a user or department: the upstream cannot change the space of a group. Requires the scope `admin:spaces`.
     */
    patch: operations['spaces.change'];
    trace?: never;
  };
  '/v1/organization/spaces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the spaces of all users, departments or groups
     * @description Departments: the spaces of departments that you can see. Groups: for system administrators. Users: for administrators of their department, but not for browser sessions, because the upstream requires the token of the app beside your user id. Requires the scope `admin:spaces`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['organizationspaces.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/users/{userId}/spaces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the individual spaces of a user
     * @description For administrators. Read with the token of the app and your user id. A browser session uses its own token, for which the upstream returns only one space. Requires the scope `admin:spaces`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['organizationspaces.ofUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List a folder
     * @description Requires the scope `files:read`. Cached for at most 15 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['files.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/folders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a folder
     * @description Requires the scope `files:write`.
     */
    post: operations['files.createFolder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/files/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a file or folder
     * @description Requires the scope `files:read`. `expand=permissions` also requires the scope `permissions:read`. Cached for at most 15 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['files.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Rename a file or folder
     * @description Requires the scope `files:write`.
     */
    patch: operations['files.rename'];
    trace?: never;
  };
  '/v1/spaces/{spaceId}/files/{fileId}/path': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the path of a file
     * @description Requires the scope `files:read`. Cached for at most 15 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['files.path'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/files/{fileId}/stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count the files and folders below a folder
     * @description Requires the scope `files:read`. Cached for at most 15 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['files.stats'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search for files by name
     * @description Requires the scope `files:read`. Cached for at most 15 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['search.search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/files/{fileId}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download a file
     * @description The bytes, or one range of them, always as an attachment. With `redirect=true`, 302 to a pre-signed URL. HEAD returns the headers of all bytes. The ETag identifies the content, not the name of the file. Requires the scope `files:read`.
     */
    get: operations['content.download'];
    /**
     * Upload a new version of a file
     * @description The body is the new content. Content-Length is required. The previous content stays as a version. If-Match takes the ETag of the content (GET or HEAD of this path), not that of the file. Requires the scope `files:write`.
     */
    put: operations['content.uploadVersion'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/download-links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create pre-signed URLs for files
     * @description One result for each file. For about an hour, everybody who has the URL can download the file. Requires the scope `files:read`.
     */
    post: operations['content.links'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Upload a file
     * @description The body is the file; its Content-Type is ignored. Content-Length is required. At most 200 GB. Requires the scope `files:write`.
     */
    put: operations['content.upload'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a direct upload to the object store
     * @description PUT each part to its URL, one part after the other. Then complete the upload. Requires the scope `files:write`.
     */
    post: operations['content.start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/uploads/{uploadId}/parts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create URLs for more parts
     * @description Requires the scope `files:write`.
     */
    post: operations['content.parts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/uploads/{uploadId}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Complete an upload
     * @description Requires the scope `files:write`.
     */
    post: operations['content.complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List your jobs
     * @description Requires the scope `jobs:read`.
     */
    get: operations['jobs.list'];
    put?: never;
    /**
     * Start a job: copy, move, delete, restore, extract or package files
     * @description The job runs after the response. Location has its URL: read the job there or follow its events. Requires the scope `jobs:write`.
     */
    post: operations['jobs.start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a job
     * @description Requires the scope `jobs:read`.
     */
    get: operations['jobs.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a job
     * @description Requires the scope `jobs:write`.
     */
    post: operations['jobs.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow a job as server-sent events
     * @description `progress` for each change, `end` when the job has ended. The data is the job. Requires the scope `jobs:read`.
     */
    get: operations['jobs.events'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/recycle-bin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List deleted files
     * @description To restore files, start a job with `action: restore`. Not cached, because emptying continues after its response. Requires the scope `files:read`.
     */
    get: operations['recyclebin.list'];
    put?: never;
    post?: never;
    /**
     * Empty the recycle bin permanently
     * @description Continues after the response. Requires `?confirm=` with the id of the space. Requires the scope `files:write`.
     */
    delete: operations['recyclebin.empty'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List your messages
     * @description Requires the scope `messages:read`. Cached for at most 5 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['messages.list'];
    put?: never;
    post?: never;
    /**
     * Delete all your messages
     * @description Requires `?confirm=all`. Requires the scope `messages:write`.
     */
    delete: operations['messages.deleteAll'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/messages/unread-count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count your unread messages
     * @description Requires the scope `messages:read`. Cached for at most 5 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['messages.unread'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/messages/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mark messages as read
     * @description Requires the scope `messages:write`.
     */
    post: operations['messages.read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/messages/read-all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mark all your messages as read
     * @description Requires the scope `messages:write`.
     */
    post: operations['messages.readAll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/messages/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Delete messages
     * @description Requires the scope `messages:write`.
     */
    post: operations['messages.delete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/shares/received': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the shares that name you as a recipient
     * @description Shares with the entire organization are not listed. Open them by their link. Requires the scope `shares:read`. Cached for at most 10 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['receivedshares.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/shares/received/{shareId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a share that you received
     * @description Requires the scope `shares:read`. Cached for at most 10 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['receivedshares.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/shares/received/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Leave shares that you received
     * @description Requires the scope `shares:write`.
     */
    post: operations['receivedshares.leave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/shares': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List your shares
     * @description Requires the scope `shares:read`. Cached for at most 10 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['shares.list'];
    put?: never;
    /**
     * Share files of a space
     * @description Selected recipients get a message. Others need the link: send them its code or its URL. Requires the scope `shares:write`.
     */
    post: operations['shares.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/shares/{shareId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read one of your shares, with its access code and its recipients
     * @description Requires the scope `shares:read`. Cached for at most 10 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['shares.read'];
    put?: never;
    post?: never;
    /**
     * Cancel a share
     * @description Its link no longer works. The files stay. Requires the scope `shares:write`.
     */
    delete: operations['shares.cancel'];
    options?: never;
    head?: never;
    /**
     * Change a share
     * @description Fields that are left out do not change. A list of recipients replaces the previous list. Requires the scope `shares:write`.
     */
    patch: operations['shares.change'];
    trace?: never;
  };
  '/v1/shares/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel several shares
     * @description Requires the scope `shares:write`.
     */
    post: operations['shares.cancelMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/share-links/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a link
     * @description Requires the scope `share-links:read`.
     */
    get: operations['sharelinks.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/share-links/{code}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Unlock a link with its access code
     * @description The link is then unlocked for you for twenty minutes, or less if KooDrive ends it earlier. After ten wrong codes in ten minutes the response is 429. Requires the scope `share-links:read`.
     */
    post: operations['sharelinks.unlock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/share-links/{code}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the files behind a link
     * @description The first list of the top folder counts as a view of the share. Requires the scope `share-links:read`.
     */
    get: operations['sharelinks.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/share-links/{code}/files/{fileId}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download a file behind a link
     * @description Like a download from a space: the bytes, one range, or with `redirect=true` a pre-signed URL. Requires the scope `share-links:read`.
     */
    get: operations['sharelinks.download'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/share-links/{code}/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Save files behind a link to a space, or package them
     * @description The job runs after the response. Location has its URL. Requires the scope `share-links:write`.
     */
    post: operations['sharelinks.start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/share-links/{code}/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a job on files behind a link
     * @description Requires the scope `share-links:read`.
     */
    get: operations['sharelinks.job'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/share-links/{code}/jobs/{jobId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow a job on files behind a link as server-sent events
     * @description `progress` for each change, `end` when the job has ended. The data is the job. Requires the scope `share-links:read`.
     */
    get: operations['sharelinks.jobEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/files/{fileId}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the versions of a file
     * @description The newest first. Requires the scope `files:read`. Cached for at most 15 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['versions.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a version, with a pre-signed URL of its bytes
     * @description Not cached, because the URL expires. Requires the scope `files:read`.
     */
    get: operations['versions.read'];
    put?: never;
    post?: never;
    /**
     * Delete a version permanently
     * @description Requires the scope `files:write`.
     */
    delete: operations['versions.delete'];
    options?: never;
    head?: never;
    /**
     * Set whether a version is retained forever
     * @description Requires the scope `files:write`.
     */
    patch: operations['versions.change'];
    trace?: never;
  };
  '/v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Restore an old version as the current one
     * @description Requires the scope `files:write`.
     */
    post: operations['versions.restore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/files/{fileId}/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * List the entries of an archive
     * @description A POST, because the request may carry a password, which must not be in a URL. It changes nothing. To extract entries, start a job with `action: extract`. Requires the scope `files:read`.
     */
    post: operations['archives.entries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/sync-folders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start the synchronization of a folder
     * @description Requires the scope `files:write`.
     */
    post: operations['syncfolders.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/sync-folders/{folderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End the synchronization of a folder
     * @description The folder and its files stay. Requires the scope `files:write`.
     */
    delete: operations['syncfolders.close'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/sync-folders/{folderId}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the changes below a sync folder
     * @description Requires the scope `files:read`.
     */
    get: operations['syncfolders.changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/departments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the departments of a level
     * @description The upstream returns a complete level. The gateway applies `limit` and `cursor`. Requires the scope `departments:read`. Cached for at most 60 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['departments.list'];
    put?: never;
    /**
     * Create a department
     * @description Its team space is created with it. Requires the scope `admin:departments`.
     */
    post: operations['departments.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/departments/tree': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the tree of departments
     * @description Sends one upstream call for each department, eight at a time. Cached for a minute or longer. Requires the scope `departments:read`. Cached for at most 60 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['departments.tree'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/departments/{departmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a department
     * @description Requires the scope `departments:read`. Cached for at most 60 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['departments.read'];
    put?: never;
    post?: never;
    /**
     * Delete a department
     * @description Also deletes its team space with all files. Requires the scope `admin:departments`.
     */
    delete: operations['departments.delete'];
    options?: never;
    head?: never;
    /**
     * Rename or move a department
     * @description Requires the scope `admin:departments`.
     */
    patch: operations['departments.change'];
    trace?: never;
  };
  '/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List users
     * @description Requires the scope `users:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['users.list'];
    put?: never;
    /**
     * Add a user from OrgID
     * @description The user can then sign in, and counts toward the user limit. Requires the scope `admin:users`.
     */
    post: operations['users.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/users/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count users
     * @description Requires the scope `users:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['users.count'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/users/import-checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Check rows before an import
     * @description For browser sessions only: the upstream accepts no other credential. Does not import users. Requires the scope `admin:users`.
     */
    post: operations['users.checkImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/users/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a user
     * @description Requires the scope `users:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['users.read'];
    put?: never;
    post?: never;
    /**
     * Delete a user with all their files
     * @description Only a user who is disabled or was never activated can be deleted. To keep the files, use user-tasks instead: `hand-over-and-delete` transfers them to another user. Requires the scope `admin:users`.
     */
    delete: operations['users.delete'];
    options?: never;
    head?: never;
    /**
     * Change a user's department, role or state
     * @description Requires the scope `admin:users`.
     */
    patch: operations['users.change'];
    trace?: never;
  };
  '/v1/users/{userId}/mobile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the mobile number of a user
     * @description Complete or masked, depending on your rights at the upstream. Not cached. Requires the scope `users:read`.
     */
    get: operations['users.mobile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organization/user-limit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Request a higher user limit
     * @description For browser sessions only: the upstream accepts no other credential. It documents no parameter for the new limit. Requires the scope `admin:users`.
     */
    post: operations['organization.raiseUserLimit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the groups you are in
     * @description Requires the scope `groups:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['groups.list'];
    put?: never;
    /**
     * Create a group
     * @description You are its owner. Requires the scope `admin:groups`.
     */
    post: operations['groups.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/groups/{groupId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a group
     * @description Requires the scope `groups:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['groups.read'];
    put?: never;
    post?: never;
    /**
     * Delete a group
     * @description If the group has a space, the space and its files are deleted too (inferred). Requires the scope `admin:groups`.
     */
    delete: operations['groups.delete'];
    options?: never;
    head?: never;
    /**
     * Rename a group, change its picture or pin it
     * @description Requires the scope `admin:groups`.
     */
    patch: operations['groups.change'];
    trace?: never;
  };
  '/v1/groups/{groupId}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the members of a group
     * @description Requires the scope `groups:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['groupmembers.list'];
    put?: never;
    /**
     * Add members to a group
     * @description One result for each user. The upstream does not return why a user failed. Requires the scope `admin:groups`.
     */
    post: operations['groupmembers.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/groups/{groupId}/members/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Remove members from a group
     * @description One result for each user. The upstream does not return why a user failed. Requires the scope `admin:groups`.
     */
    post: operations['groupmembers.remove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/groups/{groupId}/members/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a member's role
     * @description Requires the scope `admin:groups`.
     */
    patch: operations['groupmembers.change'];
    trace?: never;
  };
  '/v1/user-tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List tasks about users
     * @description Requires the scope `user-tasks:read`.
     */
    get: operations['usertasks.list'];
    put?: never;
    /**
     * Start a task: transfer the files of a user and delete the user, or import users
     * @description The task runs after the response. Location has its URL: read the task there until it has succeeded or failed. To remove a user: disable the user (PATCH /v1/users/{userId}), start `hand-over-and-delete` with ?confirm=<userId>, and follow the task. Requires the scope `admin:user-tasks`.
     */
    post: operations['usertasks.start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/user-tasks/{taskId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a task about users
     * @description Requires the scope `user-tasks:read`.
     */
    get: operations['usertasks.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/user-tasks/{taskId}/result': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the result of an import
     * @description Requires the scope `user-tasks:read`.
     */
    get: operations['usertasks.result'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/users/{userId}/hand-over-receiver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the recipient of the files of a user
     * @description Requires the scope `user-tasks:read`.
     */
    get: operations['receiver.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/permission-templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List permission templates
     * @description Requires the scope `permission-templates:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['permissiontemplates.list'];
    put?: never;
    /**
     * Create a permission template
     * @description For system administrators. Without `organizationId`, the call needs a user, whose organization is used. Requires the scope `admin:permission-templates`.
     */
    post: operations['permissiontemplates.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/permission-templates/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Delete permission templates
     * @description For system administrators. One result for each template. Requires the scope `admin:permission-templates`.
     */
    post: operations['permissiontemplates.deleteMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/permission-templates/{templateId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a permission template
     * @description Requires the scope `permission-templates:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['permissiontemplates.read'];
    put?: never;
    post?: never;
    /**
     * Delete a permission template
     * @description For system administrators. Requires the scope `admin:permission-templates`.
     */
    delete: operations['permissiontemplates.delete'];
    options?: never;
    head?: never;
    /**
     * Change, enable or disable a permission template
     * @description For system administrators. Requires the scope `admin:permission-templates`.
     */
    patch: operations['permissiontemplates.change'];
    trace?: never;
  };
  '/v1/permission-templates/{templateId}/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Check whether a permission template is in use
     * @description Requires the scope `permission-templates:read`.
     */
    get: operations['permissiontemplates.usage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/spaces/{spaceId}/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the permissions in a team space or on one of its files
     * @description Requires the scope `permissions:read`. Cached for at most 15 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['permissions.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Grant permissions in a team space or on one of its files
     * @description All grants succeed or fail together. Requires the scope `admin:permissions`.
     */
    patch: operations['permissions.grant'];
    trace?: never;
  };
  '/v1/spaces/{spaceId}/default-permission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the default permission of new members of a team space
     * @description Requires the scope `permissions:read`. Cached for at most 15 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['permissions.readDefault'];
    /**
     * Set the default permission of new members of a team space
     * @description Requires the scope `admin:permissions`.
     */
    put: operations['permissions.setDefault'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quota': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how the purchased storage is divided, allocated and used
     * @description Requires the scope `quota:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['quota.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quota/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the total usage of all individual spaces
     * @description For system administrators. Requires the scope `quota:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['quota.usage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quota/size-classes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the usage of individual spaces by space size
     * @description For system administrators. Requires the scope `quota:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['quota.sizeClasses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quota/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the quotas of users
     * @description One entry for each individual space. Only system administrators can list the spaces of others. Requires the scope `quota:read`. Cached for at most 30 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['quota.users'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quota/transfers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Move unallocated storage from one kind of space to others
     * @description For system administrators. In multiples of 10 GB. Requires the scope `admin:quota`.
     */
    post: operations['quota.transfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/subscription': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the subscription of the organization
     * @description Requires the scope `service:read`. Cached for at most 60 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['service.subscription'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settings/package-retention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read for how many days packaged archives are stored
     * @description Requires the scope `service:read`. Cached for at most 60 s, and invalidated by a write through the gateway that changes it.
     */
    get: operations['service.packageRetention'];
    /**
     * Set for how many days packaged archives are stored
     * @description For system administrators. Requires the scope `admin:settings`.
     */
    put: operations['service.setPackageRetention'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/js-sdk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the data that a page needs to load the OrgID JsSdk
     * @description For browser sessions only: API keys get `credential-unavailable`. Not cached, because it has a single-use code. Requires the scope `service:read`.
     */
    get: operations['service.jsSdk'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search KooDrive's audit log
     * @description For system administrators. Not cached, because every write adds an entry. Requires the scope `admin:audit-log`.
     */
    get: operations['service.auditLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make up to 50 reads in one round trip
     * @description Each read has its own status, and its own body or problem. A read that fails does not affect the others. Each read requires the scope of its route, counts as one read, and uses the cache. Only GETs that return JSON are allowed: no event streams, no file contents. `X-Request-Timeout` limits the time of all reads together. For every caller, with any scopes.
     */
    post: operations['batch.execute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public-links/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a public link
     * @description Requires the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
     */
    get: operations['publiclinks.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public-links/{code}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Unlock a public link with its access code
     * @description The link is then unlocked for you for twenty minutes, or less if KooDrive ends it earlier. After ten wrong codes in ten minutes the response is 429. Requires the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
     */
    post: operations['publiclinks.unlock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public-links/{code}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the files behind a public link
     * @description The first list of the top folder counts as a view of the share. Requires the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
     */
    get: operations['publiclinks.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public-links/{code}/files/{fileId}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download a file behind a public link
     * @description Like a download from a space: the bytes, one range, or with `redirect=true` a pre-signed URL. Requires the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
     */
    get: operations['publiclinks.download'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public-links/{code}/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Package files behind a public link
     * @description The job runs after the response. Location has its URL. Requires the scope `public-links:write`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
     */
    post: operations['publiclinks.start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public-links/{code}/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a job on files behind a public link
     * @description Requires the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
     */
    get: operations['publiclinks.job'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public-links/{code}/jobs/{jobId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow a job on files behind a link as server-sent events
     * @description `progress` for each change, `end` when the job has ended. The data is the job. Requires the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
     */
    get: operations['publiclinks.jobEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List contents that a review found sensitive
     * @description Requires the scope `admin:reviews`. Off unless REVIEWS is set.
     */
    get: operations['reviews.list'];
    /**
     * Save the results of reviews
     * @description All reviews succeed or fail together. Requires the scope `admin:reviews`. Off unless REVIEWS is set.
     */
    put: operations['reviews.set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reviews/find': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Read the reviews of contents by SHA-256 and size
     * @description Requires the scope `admin:reviews`. Off unless REVIEWS is set.
     */
    post: operations['reviews.find'];
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
    ProblemUpstreamError: {
      /** @example renameFile */
      operation: string;
      /** @example 13000405 */
      code?: string;
    };
    ProblemInputError: {
      /**
       * @description JSON Pointer into the body (empty: the complete body), or the name of a parameter.
       * @example /name
       */
      pointer: string;
      /** @example must have 1 to 250 characters */
      message: string;
    };
    Problem: {
      /** @example /problems/name-taken */
      type: string;
      /** @example The name is taken */
      title: string;
      /**
       * Format: int64
       * @example 409
       */
      status: number;
      detail?: string;
      /** @description The path of the request. */
      instance?: string;
      /**
       * @description A stable code for decisions in programs.
       * @example name-taken
       */
      code: string;
      /** @description Whether the same request may succeed later. */
      retryable: boolean;
      /** @description Identifies this request in the logs. */
      traceId?: string;
      upstream?: components['schemas']['ProblemUpstreamError'];
      errors?: components['schemas']['ProblemInputError'][];
      /**
       * @description The write may or may not have happened.
       * @enum {string}
       */
      outcome?: 'unknown';
    };
    DependencyHealth: {
      /**
       * @description store, cacheStore: the Redis of REDIS_URL and CACHE_REDIS_URL. koodrive: its API. objectStore: where the bytes of files are. tokenEndpoint: issues app tokens. tokenIssuer: the keys for JSON Web Tokens. openIdProvider.
       * @enum {string}
       */
      name: 'store' | 'cacheStore' | 'koodrive' | 'objectStore' | 'tokenEndpoint' | 'tokenIssuer' | 'openIdProvider';
      /** @enum {string} */
      state: 'up' | 'down';
      /** @description Why it is down: a word, such as wrong-password. The log tells more. */
      reason?: string;
    };
    Health: {
      /** @enum {string} */
      status: 'ok' | 'degraded';
      /**
       * @description The shared store; `memory` if none is configured. `down`: responses are slower and nobody can sign in.
       * @enum {string}
       */
      store?: 'up' | 'down' | 'memory';
      /**
       * @description The store of cached responses, if it is another one. `down`: responses are slower.
       * @enum {string}
       */
      cacheStore?: 'up' | 'down';
      /**
       * @description Whether the store evicts records when its memory is full. `on`: sessions and stored responses may be lost; set the maxmemory-policy of that Redis to noeviction. `unknown`: it does not say so.
       * @enum {string}
       */
      storeEviction?: 'off' | 'on' | 'unknown';
      /** @description What the instance depends on, by how the last uses went. One that was not used yet is up. */
      dependencies?: components['schemas']['DependencyHealth'][];
    };
    SessionUser: {
      /** @example 1316083732377070977 */
      id: string;
      name?: string;
    };
    CurrentSession: {
      /**
       * @description Identifies the browser session in the list of your sessions. It is not a credential.
       * @example F0000000000000000001
       */
      id: string;
      user: components['schemas']['SessionUser'];
      /**
       * @description The sign-in method: KooDrive or OpenID Connect.
       * @enum {string}
       */
      door: 'koodrive' | 'openid';
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      signedInAt: string;
      /**
       * Format: date-time
       * @description When the session ends, even while you use it.
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt: string;
      /**
       * Format: date-time
       * @description When the session ends unless you use it. KooDrive may end its own session earlier.
       * @example 2026-03-01T08:30:00.000Z
       */
      idleExpiresAt: string;
      /** @description The scopes of the session. */
      scopes: string[];
    };
    MySession: {
      /**
       * @description Identifies the browser session. It is not a credential.
       * @example F0000000000000000001
       */
      id: string;
      /** @description Whether it is the session of this request. */
      current: boolean;
      /** @enum {string} */
      door: 'koodrive' | 'openid';
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      signedInAt: string;
      /**
       * Format: date-time
       * @description When the session was last used, to the minute.
       * @example 2026-03-01T08:30:00.000Z
       */
      lastSeenAt: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt: string;
      /** @description The User-Agent of the browser at the sign-in. */
      userAgent?: string;
    };
    MySessionPage: {
      items: components['schemas']['MySession'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    Profile: {
      /** @example 1316083732377070977 */
      id: string;
      name?: string;
      /** @example 1289173668999530369 */
      departmentId?: string;
      departmentName?: string;
      /** @enum {string} */
      role?:
        'member' | 'department-administrator' | 'system-administrator' | 'drive-administrator' | 'manageable-member';
    };
    Organization: {
      /**
       * @description Its id at OrgID.
       * @example 9190086000001210958
       */
      id: string;
      name?: string;
    };
    Space: {
      /** @example IAADfsBFCO6WtAtuA9add2fea594e4e75b8feb8474ef236 */
      id: string;
      /** @enum {string} */
      kind: 'individual' | 'department' | 'group';
      /** @description Name of the department or group, if the upstream returns it. In lists for administrators also that of the user. */
      name?: string;
      /**
       * @description The user, department or group that owns it.
       * @example 1289173668999530369
       */
      ownerId?: string;
      /** @enum {string} */
      status?: 'active' | 'disabled';
      /**
       * Format: int64
       * @description Size in bytes. The upstream uses GB.
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description Bytes in use. The upstream uses KB (inferred).
       * @example 52428800
       */
      used?: number;
      /**
       * @description The root folder.
       * @example F0000000000000000001
       */
      rootFolderId?: string;
      /** Format: int64 */
      memberCount?: number;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
    };
    MyQuota: {
      /**
       * Format: int64
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @example 52428800
       */
      used?: number;
    };
    FailedMeField: {
      /** @enum {string} */
      part: 'profile' | 'organization' | 'spaces' | 'quota' | 'unreadCount';
      problem: components['schemas']['Problem'];
    };
    Me: {
      profile?: components['schemas']['Profile'];
      /** @description Only for browser sessions with a KooDrive session: the upstream accepts no other credential. */
      organization?: components['schemas']['Organization'];
      /** @description The first 100 spaces that you have access to. */
      spaces?: components['schemas']['Space'][];
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omittedSpaces?: number;
      quota?: components['schemas']['MyQuota'];
      /** Format: int64 */
      unreadCount?: number;
      /** @description Empty if all parts could be read. */
      failed: components['schemas']['FailedMeField'][];
    };
    DriveFile: {
      /** @example F0000000000000000001 */
      id: string;
      /** @enum {string} */
      kind: 'file' | 'folder';
      /** @example Report 2026.pdf */
      name: string;
      /** @enum {string} */
      type?:
        | 'folder'
        | 'smart-folder'
        | 'image'
        | 'video'
        | 'word'
        | 'excel'
        | 'ppt'
        | 'audio'
        | 'archive'
        | 'application'
        | 'other';
      /** @example application/pdf */
      mediaType?: string;
      /**
       * Format: int64
       * @description Folders have none.
       * @example 52428800
       */
      size?: number;
      /**
       * @description The space it is in.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /**
       * @description The folder it is in.
       * @example F0000000000000000001
       */
      parentId?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
      /** @description Display name of the owner. */
      owner?: string;
      /** @description Display name of the user who changed it last. */
      modifiedBy?: string;
      /** @description Whether it is one of your favorites. */
      favorite?: boolean;
      /** @description Whether it is in the recycle bin. */
      recycled?: boolean;
      /** @description Path of names; in search results only. */
      path?: string;
    };
    Collaboration: {
      /** @description Name of the user. */
      by?: string;
      /** @enum {string} */
      action?: 'viewed' | 'edited' | 'shared' | 'saved' | 'uploaded' | 'saved-from-share';
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      at?: string;
    };
    RecentFile: {
      file: components['schemas']['DriveFile'];
      /**
       * @description Your last action.
       * @enum {string}
       */
      action?: 'viewed' | 'edited' | 'shared' | 'saved' | 'uploaded' | 'saved-from-share';
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      at?: string;
      /**
       * @description `space-unavailable`: the space is deleted or disabled, or you no longer have access.
       * @enum {string}
       */
      state?: 'available' | 'file-deleted' | 'space-unavailable';
      /** @enum {string} */
      spaceKind?: 'individual' | 'department' | 'group';
      /** @description Only for the space of a department. */
      spaceName?: string;
      collaboration?: components['schemas']['Collaboration'];
    };
    RecentFilePage: {
      items: components['schemas']['RecentFile'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    RelatedEvent: {
      /**
       * @description The id of the share, as in `/v1/shares/received/{shareId}`.
       * @example F0000000000000000001
       */
      id: string;
      /** @enum {string} */
      action?: 'shared';
      /** @description Name of the user who did it. */
      by?: string;
      name?: string;
      /** @description Absent if one of them could not be read. */
      files?: components['schemas']['DriveFile'][];
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      at?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt?: string;
    };
    RelatedEventPage: {
      items: components['schemas']['RelatedEvent'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    DriveFilePage: {
      items: components['schemas']['DriveFile'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    FileReference: {
      /**
       * @description The space of the file. Files in group spaces cannot be favorites.
       * @example F0000000000000000001
       */
      spaceId: string;
      /**
       * @description The file or folder.
       * @example F0000000000000000001
       */
      fileId: string;
    };
    FavoritesBody: {
      /** @description No file twice. */
      files: components['schemas']['FileReference'][];
    };
    BulkItemResult: {
      /** @example F0000000000000000001 */
      id: string;
      /** @enum {string} */
      status: 'done' | 'failed';
      problem?: components['schemas']['Problem'];
    };
    BulkResult: {
      items: components['schemas']['BulkItemResult'][];
    };
    SpacePage: {
      items: components['schemas']['Space'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    OwnerResult: {
      /**
       * @description The owner.
       * @example 1289173668999530369
       */
      id: string;
      /** @enum {string} */
      status: 'done' | 'failed';
      /** @description If `status` is `done`. */
      spaces?: components['schemas']['Space'][];
      problem?: components['schemas']['Problem'];
    };
    SpacesByOwner: {
      /** @description One for each owner, in the order of the request. */
      items: components['schemas']['OwnerResult'][];
    };
    InitialMember: {
      /**
       * @description The user.
       * @example 1316083732377070977
       */
      userId: string;
      /**
       * @description The permission template of the member. Not together with `capabilities`.
       * @example 1316083732377070977
       */
      templateId?: string;
      /** @description The capabilities of the member. Not together with `templateId`. */
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
    };
    CreateSpaceBody: {
      /** @enum {string} */
      kind: 'individual' | 'department' | 'group';
      /**
       * @description The user or department that owns the space. A group space is created with a new group: use `name`.
       * @example 1289173668999530369
       */
      ownerId?: string;
      /**
       * @description The name of a group space and its group. You own both.
       * @example Launch
       */
      name?: string;
      /**
       * Format: int64
       * @description Bytes; a multiple of 1 GB. Required except for groups, which have 10 GB without it.
       * @example 10737418240
       */
      capacity?: number;
      /** @description The initial capabilities of the members of the department. */
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
      /** @description URL of a picture; group spaces only. */
      iconUrl?: string;
      /** @description Members in addition to you; group spaces only. */
      members?: components['schemas']['InitialMember'][];
    };
    CreatedSpace: {
      /** @example IAADfsBFCO6WtAtuA9add2fea594e4e75b8feb8474ef236 */
      id: string;
      /** @enum {string} */
      kind: 'individual' | 'department' | 'group';
      /** @description Name of the department or group, if the upstream returns it. In lists for administrators also that of the user. */
      name?: string;
      /**
       * @description The user, department or group that owns it.
       * @example 1289173668999530369
       */
      ownerId?: string;
      /** @enum {string} */
      status?: 'active' | 'disabled';
      /**
       * Format: int64
       * @description Size in bytes. The upstream uses GB.
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description Bytes in use. The upstream uses KB (inferred).
       * @example 52428800
       */
      used?: number;
      /**
       * @description The root folder.
       * @example F0000000000000000001
       */
      rootFolderId?: string;
      /** Format: int64 */
      memberCount?: number;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
      /** @description One result for each requested member. The upstream does not return why a member failed. */
      members?: components['schemas']['BulkItemResult'][];
    };
    ChangeSpaceBody: {
      /**
       * Format: int64
       * @description Bytes; a multiple of 1 GB. Not below the bytes in use.
       * @example 10737418240
       */
      capacity?: number;
      /**
       * @description Nobody has access to the files of a disabled space.
       * @enum {string}
       */
      status?: 'active' | 'disabled';
    };
    CreateFolderBody: {
      /** @example Contracts */
      name: string;
      /**
       * @description The folder to create it in; `root` is the root folder of the space.
       * @default root
       * @example F0000000000000000001
       */
      parentId?: string;
      description?: string;
      /**
       * @description If the name is taken: fail with name-taken, or let the upstream append a timestamp.
       * @default refuse
       * @enum {string}
       */
      onConflict?: 'refuse' | 'rename';
    };
    Permission: {
      /** @example 1316083732377070977 */
      userId: string;
      userName?: string;
      /** @description Mobile number, as the upstream returns it. */
      mobile?: string;
      /** @example F0000000000000000001 */
      departmentId?: string;
      departmentName?: string;
      /**
       * @description The role in the group, for spaces of groups (the codes are inferred).
       * @enum {string}
       */
      groupRole?: 'owner' | 'administrator' | 'member';
      /**
       * @description The template; absent if the capabilities do not come from a template.
       * @example F0000000000000000001
       */
      templateId?: string;
      templateName?: string;
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
    };
    PermissionPage: {
      items: components['schemas']['Permission'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    FilePath: {
      /**
       * @description Names, joined by slashes.
       * @example /Contracts/Report 2026.pdf
       */
      path: string;
      /** @description Ids from the root folder of the space to the file. */
      ids: string[];
    };
    Version: {
      /** @example 1320279092268104960.1320279092268104961 */
      id: string;
      /**
       * Format: int64
       * @description Increases with each version.
       */
      number?: number;
      /** @description Whether downloads return this version. */
      current?: boolean;
      /** @description If false, the upstream may delete it automatically. */
      keepForever?: boolean;
      /**
       * @description How the version was made.
       * @enum {string}
       */
      reason?: 'created' | 'restored';
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /** @description Name of the user who made it, as the upstream returns it. */
      createdBy?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
      /** @description Pre-signed URL of its bytes; not in lists. */
      url?: string;
    };
    VersionPage: {
      items: components['schemas']['Version'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    FailedExpansion: {
      /** @example versions */
      part: string;
      problem: components['schemas']['Problem'];
    };
    FileExpansions: {
      /** @description The permissions of members; team spaces only. */
      permissions?: components['schemas']['PermissionPage'];
      path?: components['schemas']['FilePath'];
      /** @description The newest first. */
      versions?: components['schemas']['VersionPage'];
      /** @description Empty if all parts could be read. */
      failed: components['schemas']['FailedExpansion'][];
    };
    ExpandedFile: {
      /** @example F0000000000000000001 */
      id: string;
      /** @enum {string} */
      kind: 'file' | 'folder';
      /** @example Report 2026.pdf */
      name: string;
      /** @enum {string} */
      type?:
        | 'folder'
        | 'smart-folder'
        | 'image'
        | 'video'
        | 'word'
        | 'excel'
        | 'ppt'
        | 'audio'
        | 'archive'
        | 'application'
        | 'other';
      /** @example application/pdf */
      mediaType?: string;
      /**
       * Format: int64
       * @description Folders have none.
       * @example 52428800
       */
      size?: number;
      /**
       * @description The space it is in.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /**
       * @description The folder it is in.
       * @example F0000000000000000001
       */
      parentId?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
      /** @description Display name of the owner. */
      owner?: string;
      /** @description Display name of the user who changed it last. */
      modifiedBy?: string;
      /** @description Whether it is one of your favorites. */
      favorite?: boolean;
      /** @description Whether it is in the recycle bin. */
      recycled?: boolean;
      /** @description Path of names; in search results only. */
      path?: string;
      /** @description With `expand` only. */
      expanded?: components['schemas']['FileExpansions'];
    };
    RenameFileBody: {
      /** @example Contracts 2026 */
      name: string;
      /**
       * @description What to do if the name is taken.
       * @default refuse
       * @enum {string}
       */
      onConflict?: 'refuse' | 'rename';
    };
    FolderStats: {
      /**
       * Format: int64
       * @description Total size in bytes of all files below.
       * @example 52428800
       */
      size: number;
      /**
       * Format: int64
       * @description Folders below, at any depth.
       */
      folderCount: number;
      /**
       * Format: int64
       * @description Files below, at any depth.
       */
      fileCount: number;
    };
    DownloadLinksBody: {
      /** @description Files. Folders have no download link. */
      fileIds: string[];
    };
    DownloadLink: {
      /** @example F0000000000000000001 */
      id: string;
      /** @enum {string} */
      status: 'done' | 'failed';
      /** @description Pre-signed URL of the object store. Do not send credentials to it. */
      url?: string;
      name?: string;
      problem?: components['schemas']['Problem'];
    };
    DownloadLinks: {
      items: components['schemas']['DownloadLink'][];
    };
    StartUploadBody: {
      /** @example Report 2026.pdf */
      name: string;
      /**
       * @description The folder to upload it into.
       * @default root
       * @example F0000000000000000001
       */
      parentId?: string;
      /**
       * Format: int64
       * @description Length of the complete file in bytes, at most 200 GB.
       */
      size: number;
      /**
       * @default refuse
       * @enum {string}
       */
      onConflict?: 'refuse' | 'rename';
    };
    UploadPart: {
      /**
       * Format: int64
       * @description Number of the part, from 1.
       */
      number: number;
      /**
       * Format: int64
       * @description Exact length in bytes: 5 MiB to 5 GiB. The last part may be smaller.
       */
      size: number;
      /** @description Pre-signed URL of the object store. */
      url: string;
    };
    Upload: {
      /** @example F0000000000000000001 */
      id: string;
      /** @description The name of the new file. It differs from the requested name if that was taken. */
      name: string;
      /**
       * Format: int64
       * @description Length in bytes of each part except the last.
       * @example 52428800
       */
      partSize: number;
      /** Format: int64 */
      partCount: number;
      /** @description The first parts. Request the URLs of the other parts when you need them. */
      parts: components['schemas']['UploadPart'][];
      /**
       * Format: date-time
       * @description When these URLs expire.
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt?: string;
    };
    PartSize: {
      /**
       * Format: int64
       * @description Number of the part, from 1.
       */
      number: number;
      /**
       * Format: int64
       * @description Exact length in bytes: 5 MiB to 5 GiB. The last part may be smaller.
       */
      size: number;
    };
    UploadPartsBody: {
      /** @description Parts to create URLs for. */
      parts: components['schemas']['PartSize'][];
    };
    UploadParts: {
      items: components['schemas']['UploadPart'][];
    };
    CompleteUploadBody: {
      /** @description SHA-256 of the complete file in hexadecimal. If present, it is checked. */
      sha256?: string;
    };
    JobEntry: {
      /**
       * @description The file before the job.
       * @example F0000000000000000001
       */
      id: string;
      /** @enum {string} */
      status: 'waiting' | 'done' | 'failed';
      /**
       * @description The file after the job. A copy has a new id.
       * @example F0000000000000000001
       */
      newId?: string;
      /** @description Why it failed. */
      problem?: components['schemas']['Problem'];
    };
    Job: {
      /** @example 1320279189273965056 */
      id: string;
      /** @enum {string} */
      action: 'copy' | 'move' | 'delete' | 'restore' | 'extract' | 'package' | 'empty-recycle-bin';
      /** @enum {string} */
      status: 'waiting' | 'running' | 'completed' | 'cancelled';
      /**
       * @description When the job is completed.
       * @enum {string}
       */
      result?: 'succeeded' | 'partly-failed' | 'failed';
      /**
       * Format: int64
       * @description Progress in percent, if known.
       */
      progress?: number;
      /**
       * Format: int64
       * @description Number of requested files and folders.
       */
      entryCount?: number;
      /**
       * @description The target space.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      startedAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      finishedAt?: string;
      /** @description package: pre-signed URL of the archive, when the job is completed. */
      url?: string;
      /** @description One for each file; not in lists, and absent if one of them could not be read. */
      entries?: components['schemas']['JobEntry'][];
    };
    JobPage: {
      items: components['schemas']['Job'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    StartJobBody: {
      /**
       * @example copy
       * @enum {string}
       */
      action: 'copy' | 'move' | 'delete' | 'restore' | 'extract' | 'package';
      /**
       * @description The space the files are in.
       * @example F0000000000000000001
       */
      spaceId: string;
      /** @description Files and folders. */
      fileIds: string[];
      /**
       * @description copy, move and extract: the target space. Without it: the space of the files.
       * @example F0000000000000000001
       */
      targetSpaceId?: string;
      /**
       * @description copy, move and extract: the target folder.
       * @default root
       * @example F0000000000000000001
       */
      targetFolderId?: string;
      /**
       * @description delete: permanently, without the recycle bin.
       * @default false
       */
      permanently?: boolean;
      /** @description extract: only these entries of the archive, by path. */
      entries?: string[];
      /** @description extract: the password of the archive. */
      password?: string;
    };
    Message: {
      /** @example 1320279092268104993 */
      id: string;
      /** @enum {string} */
      kind?: 'share' | 'team' | 'system' | 'management';
      /** @enum {string} */
      state: 'unread' | 'read';
      sender?: string;
      /** @description As the upstream returns it. The format is not documented. */
      text: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      receivedAt?: string;
    };
    MessagePage: {
      items: components['schemas']['Message'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    UnreadCount: {
      /** Format: int64 */
      count: number;
    };
    MessageIdsBody: {
      /** @description The messages, at most 100. The upstream documents no limit. */
      ids: string[];
    };
    SharedFile: {
      /** @example F0000000000000000001 */
      id: string;
      /** @enum {string} */
      kind: 'file' | 'folder';
      name: string;
      mediaType?: string;
      /**
       * Format: int64
       * @description Folders have none.
       * @example 52428800
       */
      size?: number;
      /**
       * @description The space it is in.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /**
       * @description The folder it is in.
       * @example F0000000000000000001
       */
      parentId?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
    };
    ShareParticipant: {
      /** @example F0000000000000000001 */
      id: string;
      name?: string;
    };
    ReceivedShare: {
      /** @example 1689759841444195840 */
      id: string;
      /**
       * @description The code of its link: `/v1/share-links/{code}`.
       * @example 1689743054514187777
       */
      code?: string;
      /** @description URL of the link in the web client of KooDrive. */
      url?: string;
      /** @description The name of the file. For several files: the name of the first and a suffix. */
      name?: string;
      /**
       * @description invalid: the sharer or the space is disabled or deleted.
       * @enum {string}
       */
      status?: 'active' | 'expired' | 'files-deleted' | 'invalid';
      /**
       * @description Who can open it: the entire organization, selected recipients, or everybody with the link (if KooDrive allows it).
       * @enum {string}
       */
      scope?: 'organization' | 'selected' | 'external';
      /** @description Message to the recipients. */
      comment?: string;
      /**
       * @description The space of its files; lists only.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /** @description Lists only. The link has all files. */
      files?: components['schemas']['SharedFile'][];
      /**
       * Format: int64
       * @description Number of views; lists only.
       */
      viewCount?: number;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt?: string;
      sharedBy?: components['schemas']['ShareParticipant'];
    };
    ReceivedSharePage: {
      items: components['schemas']['ReceivedShare'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    ShareIdsBody: {
      /** @description The shares, at most 100. */
      shareIds: string[];
    };
    Share: {
      /** @example 1689759841444195840 */
      id: string;
      /**
       * @description The code of its link: `/v1/share-links/{code}`.
       * @example 1689743054514187777
       */
      code?: string;
      /** @description URL of the link in the web client of KooDrive. */
      url?: string;
      /** @description The name of the file. For several files: the name of the first and a suffix. */
      name?: string;
      /**
       * @description invalid: the sharer or the space is disabled or deleted.
       * @enum {string}
       */
      status?: 'active' | 'expired' | 'files-deleted' | 'invalid';
      /**
       * @description Who can open it: the entire organization, selected recipients, or everybody with the link (if KooDrive allows it).
       * @enum {string}
       */
      scope?: 'organization' | 'selected' | 'external';
      /** @description Message to the recipients. */
      comment?: string;
      /**
       * @description The space of its files; lists only.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /** @description Lists only. The link has all files. */
      files?: components['schemas']['SharedFile'][];
      /**
       * Format: int64
       * @description Number of views; lists only.
       */
      viewCount?: number;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt?: string;
      /** @description Access code of the link; not in lists. */
      extractCode?: string;
      /** @description With `selected`; not in lists. */
      users?: components['schemas']['ShareParticipant'][];
      /** @description With `selected`; not in lists. */
      departments?: components['schemas']['ShareParticipant'][];
      /** @description With `selected`; not in lists. */
      groups?: components['schemas']['ShareParticipant'][];
    };
    SharePage: {
      items: components['schemas']['Share'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    CreateShareBody: {
      /** @description Users who can open it. */
      userIds?: string[];
      /** @description Departments that can open it, with all departments below. */
      departmentIds?: string[];
      /** @description Groups that can open it. */
      groupIds?: string[];
      /**
       * @description The space of the files.
       * @example F0000000000000000001
       */
      spaceId: string;
      /** @description Files and folders. */
      fileIds: string[];
      /**
       * @description Who can open it: the entire organization, selected recipients, or everybody with the link (if KooDrive allows it). `selected` requires recipients, the others allow none.
       * @enum {string}
       */
      scope: 'organization' | 'selected' | 'external';
      /**
       * Format: int64
       * @description Days until it expires.
       * @example 30
       */
      validDays: number;
      /**
       * @description Access code of the link.
       * @example a1B2c3D4
       */
      extractCode?: string;
      /** @description Message to the recipients. */
      comment?: string;
    };
    SharedFilePage: {
      items: components['schemas']['SharedFile'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    ShareExpansions: {
      /** @description The first page of the shared files. The link has the other pages. Does not count as a view. */
      files?: components['schemas']['SharedFilePage'];
      /** @description Empty if all parts could be read. */
      failed: components['schemas']['FailedExpansion'][];
    };
    ExpandedShare: {
      /** @example 1689759841444195840 */
      id: string;
      /**
       * @description The code of its link: `/v1/share-links/{code}`.
       * @example 1689743054514187777
       */
      code?: string;
      /** @description URL of the link in the web client of KooDrive. */
      url?: string;
      /** @description The name of the file. For several files: the name of the first and a suffix. */
      name?: string;
      /**
       * @description invalid: the sharer or the space is disabled or deleted.
       * @enum {string}
       */
      status?: 'active' | 'expired' | 'files-deleted' | 'invalid';
      /**
       * @description Who can open it: the entire organization, selected recipients, or everybody with the link (if KooDrive allows it).
       * @enum {string}
       */
      scope?: 'organization' | 'selected' | 'external';
      /** @description Message to the recipients. */
      comment?: string;
      /**
       * @description The space of its files; lists only.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /** @description Lists only. The link has all files. */
      files?: components['schemas']['SharedFile'][];
      /**
       * Format: int64
       * @description Number of views; lists only.
       */
      viewCount?: number;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt?: string;
      /** @description Access code of the link; not in lists. */
      extractCode?: string;
      /** @description With `selected`; not in lists. */
      users?: components['schemas']['ShareParticipant'][];
      /** @description With `selected`; not in lists. */
      departments?: components['schemas']['ShareParticipant'][];
      /** @description With `selected`; not in lists. */
      groups?: components['schemas']['ShareParticipant'][];
      /** @description With `expand` only. */
      expanded?: components['schemas']['ShareExpansions'];
    };
    ChangeShareBody: {
      /** @description Users who can open it. */
      userIds?: string[];
      /** @description Departments that can open it, with all departments below. */
      departmentIds?: string[];
      /** @description Groups that can open it. */
      groupIds?: string[];
      /**
       * Format: int64
       * @description Days from now until it expires.
       */
      validDays?: number;
      /**
       * @description New access code. An access code cannot be removed.
       * @example a1B2c3D4
       */
      extractCode?: string;
      /** @description New message. */
      comment?: string;
    };
    ShareLink: {
      /**
       * @description The share.
       * @example 1689759841444195840
       */
      id: string;
      /** @example 1689743054514187777 */
      code: string;
      /** @enum {string} */
      status?: 'active' | 'expired' | 'files-deleted' | 'invalid';
      /** @description Whether you unlocked the link with its access code in the last 20 minutes. Also false for a link without an access code: KooDrive does not return whether a link has one. */
      unlocked: boolean;
      sharedBy?: components['schemas']['ShareParticipant'];
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt?: string;
    };
    UnlockLinkBody: {
      /**
       * @description Access code of the link.
       * @example a1B2c3D4
       */
      extractCode: string;
    };
    StartLinkJobBody: {
      /** @description Files and folders of the share. */
      fileIds: string[];
      /**
       * @description package: name of the archive.
       * @example Reports.zip
       */
      name?: string;
      /**
       * @description Save copies to one of your spaces, or package an archive to download.
       * @enum {string}
       */
      action: 'save' | 'package';
      /**
       * @description save: the target space.
       * @example F0000000000000000001
       */
      targetSpaceId?: string;
      /**
       * @description save: the target folder.
       * @default root
       * @example F0000000000000000001
       */
      targetFolderId?: string;
    };
    LinkJob: {
      /** @example 1320279189273965056 */
      id: string;
      /** @enum {string} */
      status: 'waiting' | 'running' | 'completed' | 'cancelled';
      /**
       * @description When the job is completed.
       * @enum {string}
       */
      result?: 'succeeded' | 'partly-failed' | 'failed';
      /**
       * Format: int64
       * @description Progress in percent, if known.
       */
      progress?: number;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      startedAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      finishedAt?: string;
      /** @description One for each file; not in lists, and absent if one of them could not be read. */
      entries?: components['schemas']['JobEntry'][];
      /**
       * @description The link.
       * @example F0000000000000000001
       */
      code: string;
      /** @enum {string} */
      action: 'save' | 'package';
      /** @description package: pre-signed URL of the archive, when the job is completed. */
      url?: string;
    };
    ChangeVersionBody: {
      /** @description true keeps it forever; false lets the upstream delete it automatically. */
      keepForever: boolean;
    };
    OpenArchiveBody: {
      /** @description The password of the archive. */
      password?: string;
    };
    ArchiveEntry: {
      /**
       * @description Path inside the archive. Use it to extract the entry.
       * @example plan/readme.txt
       */
      path: string;
      /** @enum {string} */
      kind: 'file' | 'folder';
      /**
       * Format: int64
       * @example 52428800
       */
      size?: number;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
    };
    ArchiveEntries: {
      items: components['schemas']['ArchiveEntry'][];
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
    };
    OpenSyncFolderBody: {
      /**
       * @description An existing folder. Not together with `name`.
       * @example F0000000000000000001
       */
      folderId?: string;
      /**
       * @description Name of a folder. It is created if it does not exist.
       * @example Report 2026.pdf
       */
      name?: string;
      /**
       * @description With `name`: the parent folder. Without it: the root folder of the space.
       * @example F0000000000000000001
       */
      parentId?: string;
      /** @description With `name`: whether it is hidden. */
      hidden?: boolean;
    };
    SyncFolder: {
      /**
       * @description The folder.
       * @example F0000000000000000001
       */
      id: string;
      /** @example F0000000000000000001 */
      spaceId: string;
      name?: string;
      /** @description Whether it was a sync folder already. */
      existed?: boolean;
    };
    FileChange: {
      /** @description The kind of change, as the upstream names it. The values are not documented. */
      type: string;
      /**
       * @description The file or folder.
       * @example F0000000000000000001
       */
      fileId: string;
      name?: string;
      /** @enum {string} */
      kind: 'file' | 'folder';
      /** @description The device that made the change. */
      deviceId?: string;
    };
    FileChangeList: {
      items: components['schemas']['FileChange'][];
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /** @description Continues the list, now or later. Each change is returned once. */
      nextCursor: string;
      /** @description Whether more changes are available now. */
      more: boolean;
    };
    Department: {
      /** @example 1289173668999530369 */
      id: string;
      /** @example Engineering */
      name: string;
      /**
       * @description The parent department. The root has none.
       * @example 1243693141656107521
       */
      parentId?: string;
      /**
       * @description The id of the department at OrgID, the directory behind KooDrive.
       * @example F0000000000000000001
       */
      organizationDepartmentId?: string;
    };
    DepartmentPage: {
      items: components['schemas']['Department'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    DepartmentNode: {
      /** @example 1289173668999530369 */
      id: string;
      /** @example Engineering */
      name: string;
      /**
       * @description The parent department. The root has none.
       * @example 1243693141656107521
       */
      parentId?: string;
      /**
       * @description The id of the department at OrgID, the directory behind KooDrive.
       * @example F0000000000000000001
       */
      organizationDepartmentId?: string;
      /** @description The direct child departments; empty for a leaf. */
      children: components['schemas']['DepartmentNode'][];
    };
    DepartmentTree: {
      /** @description The root of the tree: one department, or none. */
      items: components['schemas']['DepartmentNode'][];
      /**
       * Format: int64
       * @description Number of departments in this response.
       */
      count: number;
      /** @description False if the tree was cut at a limit, 1,000 departments or six levels, or if departments are missing (`omitted`). */
      complete: boolean;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
    };
    CreateDepartmentBody: {
      /**
       * @description Unique below its parent.
       * @example Quality
       */
      name: string;
      /**
       * @description The department to create it in.
       * @example F0000000000000000001
       */
      parentId: string;
    };
    ChangeDepartmentBody: {
      name?: string;
      /**
       * @description The department to move it to.
       * @example F0000000000000000001
       */
      parentId?: string;
    };
    User: {
      /** @example 1316083732377070977 */
      id: string;
      /**
       * @description The id of the user at OrgID, the directory behind KooDrive.
       * @example 1008600000293202821
       */
      organizationUserId?: string;
      name?: string;
      /** @example 1289173668999530369 */
      departmentId?: string;
      departmentName?: string;
      /**
       * @description Mobile number, masked by the upstream.
       * @example 0086139****0000
       */
      mobile?: string;
      /** @enum {string} */
      role?:
        'member' | 'department-administrator' | 'system-administrator' | 'drive-administrator' | 'manageable-member';
      /**
       * @description `not-activated`: has not signed in yet (inferred).
       * @enum {string}
       */
      status?: 'enabled' | 'disabled' | 'not-activated';
    };
    UserPage: {
      items: components['schemas']['User'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    UserCount: {
      /** Format: int64 */
      count: number;
    };
    AddUserBody: {
      /**
       * @description The id of the user at OrgID.
       * @example 1008600000029937613
       */
      organizationUserId: string;
      /**
       * @description The department of the user. Without it: the root (inferred).
       * @example F0000000000000000001
       */
      departmentId?: string;
      /**
       * @default member
       * @enum {string}
       */
      role?:
        'member' | 'department-administrator' | 'system-administrator' | 'drive-administrator' | 'manageable-member';
    };
    AddedUser: {
      /**
       * @description The id at KooDrive. Absent if the upstream did not return it and no list has the user yet.
       * @example F0000000000000000001
       */
      id?: string;
      /** @example F0000000000000000001 */
      organizationUserId: string;
    };
    ImportRow: {
      /** @description Name of the department for the person. */
      departmentName?: string;
      /**
       * Format: int64
       * @description Bytes of the individual space; a multiple of 1 GB. Without it, no space is created. The unit GB of the upstream is inferred.
       * @example 10737418240
       */
      capacity?: number;
    };
    CheckImportBody: {
      /**
       * @description The department of the import.
       * @example 1316083732377070977
       */
      departmentId: string;
      users: components['schemas']['ImportRow'][];
    };
    ImportCheck: {
      /**
       * Format: int64
       * @description Index of the row, from 0.
       */
      row: number;
      /** @description Whether the row can be imported. */
      importable: boolean;
      /** @description The reason if not, as text of the upstream. */
      reason?: string;
    };
    ImportCheckResult: {
      /** @description One for each row, in the order of the request. */
      items: components['schemas']['ImportCheck'][];
    };
    UserMobile: {
      /** @description Complete or masked, as the upstream returns it. */
      mobile?: string;
    };
    ChangeUserBody: {
      /**
       * @description The department to move the user to.
       * @example 1316083732377070977
       */
      departmentId?: string;
      /** @enum {string} */
      role?: 'member' | 'department-administrator' | 'system-administrator' | 'manageable-member';
      /**
       * @description A disabled user cannot sign in.
       * @enum {string}
       */
      status?: 'enabled' | 'disabled';
    };
    RaiseUserLimitBody: {
      /**
       * @description The id of the organization at OrgID.
       * @example 9190086000001210958
       */
      organizationId: string;
    };
    Group: {
      /** @example 1320279092268104961 */
      id: string;
      /**
       * @description `group`: has its own space; `user-group`: only a list of users (inferred).
       * @enum {string}
       */
      kind: 'group' | 'user-group';
      /** @example Launch */
      name: string;
      /**
       * @description The user who owns it.
       * @example F0000000000000000001
       */
      ownerId?: string;
      /** @description URL of its picture; not in lists. */
      iconUrl?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
    };
    GroupPage: {
      items: components['schemas']['Group'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    CreateGroupBody: {
      /** @example Launch */
      name: string;
      /**
       * @description `group`: has its own space; `user-group`: only a list of users (inferred).
       * @default user-group
       * @enum {string}
       */
      kind?: 'group' | 'user-group';
    };
    ChangeGroupBody: {
      /** @example Launch */
      name?: string;
      /** @description URL of a picture. */
      iconUrl?: string;
      /** @description Whether the group is pinned to the top of your list. */
      pinned?: boolean;
    };
    GroupMember: {
      /**
       * @description The user.
       * @example F0000000000000000001
       */
      id: string;
      name?: string;
      /** @example F0000000000000000001 */
      departmentId?: string;
      departmentName?: string;
      /** @description Mobile number, as the upstream returns it. */
      mobile?: string;
      /** @enum {string} */
      role?: 'owner' | 'administrator' | 'member';
      /** @description Whether the member has pinned the group to the top of their list. */
      pinned?: boolean;
      /**
       * Format: date-time
       * @description When they joined.
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
    };
    GroupMemberPage: {
      items: components['schemas']['GroupMember'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    AddGroupMembersBody: {
      /** @description Users. A group has at most 200 members. */
      userIds: string[];
      /**
       * @description The permission template of the new members. Without it, they have none.
       * @example 1316083732377070977
       */
      templateId?: string;
    };
    RemoveGroupMembersBody: {
      /** @description Members. */
      userIds: string[];
    };
    ChangeGroupMemberBody: {
      /**
       * @description `owner` transfers the group to this member.
       * @enum {string}
       */
      role: 'owner' | 'administrator' | 'member';
    };
    UserTask: {
      /** @example 1486254586942472064 */
      id: string;
      /** @enum {string} */
      action: 'hand-over-and-delete' | 'import';
      /** @enum {string} */
      status: 'waiting' | 'running' | 'succeeded' | 'failed';
      /** @description Name of the task at the upstream. */
      name?: string;
      /**
       * @description The user that the upstream returns with the task.
       * @example F0000000000000000001
       */
      userId?: string;
      /**
       * @description Code of the upstream for the failure.
       * @example 18000205
       */
      upstreamCode?: string;
      /**
       * Format: date-time
       * @description This and the next two fields are in lists only.
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      startedAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      finishedAt?: string;
    };
    UserTaskPage: {
      items: components['schemas']['UserTask'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    StartUserTaskBody: {
      /** @enum {string} */
      action: 'hand-over-and-delete' | 'import';
      /**
       * @description hand-over-and-delete: the user to delete, who is disabled or was never activated.
       * @example F0000000000000000001
       */
      userId?: string;
      /**
       * @description hand-over-and-delete: the user who gets the files.
       * @example F0000000000000000001
       */
      receiverId?: string;
      /**
       * @description import: the result of the previous check. Its source is not documented.
       * @example F0000000000000000001
       */
      checkResultId?: string;
      /**
       * @description import: the id of the organization at OrgID.
       * @example F0000000000000000001
       */
      organizationId?: string;
      /**
       * @description import: the id at OrgID of the user who imports.
       * @example F0000000000000000001
       */
      organizationUserId?: string;
    };
    ImportFailure: {
      name?: string;
      /** @description Text of the upstream. */
      reason?: string;
    };
    ImportResult: {
      /** Format: int64 */
      importedCount: number;
      /** Format: int64 */
      failedCount?: number;
      /** @description Absent if one of them could not be read. */
      failures?: components['schemas']['ImportFailure'][];
    };
    OwnershipTransferRecipient: {
      /** @example F0000000000000000001 */
      id: string;
      name?: string;
    };
    PermissionTemplate: {
      /** @example 1590626552448551681 */
      id: string;
      /** @example Reviewers */
      name: string;
      description?: string;
      /** @enum {string} */
      kind?: 'preset' | 'custom';
      /** @enum {string} */
      status?: 'enabled' | 'disabled';
      /**
       * @description The organization or application of the template.
       * @example F0000000000000000001
       */
      organizationId?: string;
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
    };
    PermissionTemplatePage: {
      items: components['schemas']['PermissionTemplate'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    CreateTemplateBody: {
      /** @example Reviewers */
      name: string;
      description?: string;
      capabilities: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
      /**
       * @description The organization of the template. Without it: that of the subscription.
       * @example F0000000000000000001
       */
      organizationId?: string;
    };
    TemplateIdsBody: {
      /** @description Custom templates that are not in use. */
      ids: string[];
    };
    ChangeTemplateBody: {
      /** @example Reviewers */
      name?: string;
      description?: string;
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
      /** @enum {string} */
      status?: 'enabled' | 'disabled';
    };
    TemplateUsage: {
      /** @description Whether a permission uses it. */
      inUse: boolean;
    };
    PermissionGrant: {
      /**
       * @description The template. Not together with `capabilities`.
       * @example 1316083732377070977
       */
      templateId?: string;
      /** @description Capabilities without a template. Not together with `templateId`. */
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
      /**
       * @description The member.
       * @example 1316083732377070977
       */
      userId: string;
    };
    GrantPermissionsBody: {
      /**
       * @description Grant only on this file or folder.
       * @example F0000000000000000001
       */
      fileId?: string;
      grants: components['schemas']['PermissionGrant'][];
    };
    DefaultPermission: {
      /**
       * @description The template; absent if the capabilities do not come from a template.
       * @example F0000000000000000001
       */
      templateId?: string;
      templateName?: string;
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
    };
    SetDefaultPermissionBody: {
      /**
       * @description The template. Not together with `capabilities`.
       * @example 1316083732377070977
       */
      templateId?: string;
      /** @description Capabilities without a template. Not together with `templateId`. */
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
    };
    SpaceKindQuota: {
      /** @enum {string} */
      kind: 'department' | 'individual' | 'group';
      /**
       * Format: int64
       * @description Bytes reserved for spaces of this kind.
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description Bytes of it that are allocated to spaces.
       * @example 52428800
       */
      allocated?: number;
      /**
       * Format: int64
       * @description Bytes that files use (the unit of the upstream is inferred).
       * @example 52428800
       */
      used?: number;
    };
    UserLimitUsage: {
      /** Format: int64 */
      count?: number;
      /**
       * Format: int64
       * @description The maximum number of users.
       */
      most?: number;
    };
    Quota: {
      /**
       * Format: int64
       * @description Purchased bytes.
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description Bytes that are allocated to spaces.
       * @example 52428800
       */
      allocated?: number;
      /**
       * Format: int64
       * @description Bytes that are held in reserve.
       * @example 52428800
       */
      reserved?: number;
      /**
       * Format: int64
       * @description Bytes that files use (the unit of the upstream is inferred).
       * @example 52428800
       */
      used?: number;
      kinds: components['schemas']['SpaceKindQuota'][];
      users: components['schemas']['UserLimitUsage'];
    };
    StorageUsage: {
      /**
       * Format: int64
       * @description Number of spaces (inferred: the upstream pages contradict each other).
       */
      spaces?: number;
      /**
       * Format: int64
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @example 52428800
       */
      used?: number;
    };
    SizeClassUsage: {
      /**
       * Format: int64
       * @description Number of spaces (inferred: the upstream pages contradict each other).
       */
      spaces?: number;
      /**
       * Format: int64
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @example 52428800
       */
      used?: number;
      /**
       * Format: int64
       * @description The size in bytes of each space of this class.
       * @example 10737418240
       */
      size: number;
    };
    SizeClassUsagePage: {
      items: components['schemas']['SizeClassUsage'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    UserUsage: {
      /** @example 1316083732377070977 */
      userId: string;
      /**
       * Format: int64
       * @description The size of the space in bytes (the unit of the upstream is inferred).
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description Bytes in use (the unit of the upstream is inferred).
       * @example 52428800
       */
      used?: number;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @description When the quota starts.
       * @example 2026-03-01T08:30:00.000Z
       */
      validFrom?: string;
      /**
       * Format: date-time
       * @description When the quota ends.
       * @example 2026-03-01T08:30:00.000Z
       */
      validUntil?: string;
    };
    UserUsagePage: {
      items: components['schemas']['UserUsage'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    StorageTransferTarget: {
      /** @enum {string} */
      kind: 'department' | 'individual' | 'group';
      /**
       * Format: int64
       * @description Bytes: a multiple of 10 GB (10737418240).
       * @example 10737418240
       */
      size: number;
    };
    TransferStorageBody: {
      /**
       * @description The kind of space that the storage is taken from.
       * @enum {string}
       */
      from: 'department' | 'individual' | 'group';
      /** @description The kinds of spaces that get the storage, none twice, with the size for each. */
      to: components['schemas']['StorageTransferTarget'][];
    };
    StorageCapacities: {
      /**
       * Format: int64
       * @example 52428800
       */
      total?: number;
      /**
       * Format: int64
       * @example 52428800
       */
      department?: number;
      /**
       * Format: int64
       * @example 52428800
       */
      individual?: number;
      /**
       * Format: int64
       * @example 52428800
       */
      group?: number;
    };
    SubscribedOrganization: {
      /** @example 9190086000001210958 */
      id?: string;
      name?: string;
      /** @example F0000000000000000001 */
      tenantId?: string;
      /**
       * @description The root department.
       * @example F0000000000000000001
       */
      rootDepartmentId?: string;
    };
    SubscriptionFeatures: {
      ai?: boolean;
      onlineEditing?: boolean;
      /** @description Contents are reviewed by people. */
      manualReview?: boolean;
      /** @description Shares may be opened without sign-in. */
      publicSharing?: boolean;
    };
    Subscription: {
      /** @enum {string} */
      state?: 'active' | 'frozen';
      /** @description The edition, as the upstream returns it. Its values are not documented. */
      edition?: string;
      /**
       * Format: int64
       * @description The maximum number of users.
       */
      userLimit?: number;
      capacity: components['schemas']['StorageCapacities'];
      organization: components['schemas']['SubscribedOrganization'];
      features: components['schemas']['SubscriptionFeatures'];
    };
    PackageRetention: {
      /**
       * Format: int64
       * @example 7
       */
      days: number;
    };
    JsSdk: {
      scriptUrl: string;
      /** @description To load if `scriptUrl` cannot be loaded. */
      fallbackScriptUrl?: string;
      pageToken?: string;
      pageTokenKey?: string;
      transactionId?: string;
      /** @description For the SDK, as the upstream returns it: JSON as text, with a single-use code. */
      configuration?: string;
    };
    AuditLogEntry: {
      /** @example 1320279092268104993 */
      id: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      at?: string;
      operatorName?: string;
      /** @example F0000000000000000001 */
      operatorId?: string;
      /** @description As the upstream names it. The names are not documented. */
      operation?: string;
      /** @description The object of the action. */
      resource?: string;
      /**
       * @description Inferred: the values of the upstream are not documented.
       * @enum {string}
       */
      outcome?: 'done' | 'failed';
      /** @description The network address of the request. */
      address?: string;
      message?: string;
    };
    AuditLogEntryPage: {
      items: components['schemas']['AuditLogEntry'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    BatchEntryRequest: {
      /**
       * @description Identifies the response; unique within the batch.
       * @example me
       */
      id: string;
      /**
       * @description Path and query of a GET that returns JSON.
       * @example /v1/me
       */
      path: string;
      /**
       * @description The ETag of a response that you have: 304 without a body while it is still current.
       * @example "q1Zc0Xn2l8Qm"
       */
      ifNoneMatch?: string;
    };
    BatchBody: {
      requests: components['schemas']['BatchEntryRequest'][];
    };
    BatchEntryHeaders: {
      /** @description Identifies this version of the response. */
      etag?: string;
      /** @description How the cache handled the read (RFC 9211). */
      'cache-status'?: string;
      /** @description Seconds after which the read may be repeated. */
      'retry-after'?: string;
    };
    BatchEntryResponse: {
      /** @example me */
      id: string;
      /**
       * Format: int64
       * @example 200
       */
      status: number;
      headers: components['schemas']['BatchEntryHeaders'];
      /** @description The response body of the route. */
      body?: {
        [key: string]: unknown;
      };
      problem?: components['schemas']['Problem'];
    };
    BatchResponse: {
      /** @description In the order of the reads. */
      responses: components['schemas']['BatchEntryResponse'][];
    };
    PackageLinkBody: {
      /** @description Files and folders of the share. */
      fileIds: string[];
      /**
       * @description package: name of the archive.
       * @example Reports.zip
       */
      name?: string;
    };
    Review: {
      /** @example d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9 */
      sha256: string;
      /**
       * Format: int64
       * @example 11239
       */
      size: number;
      /** @enum {string} */
      verdict?: 'normal' | 'low-sensitivity' | 'high-sensitivity';
      /** @description JSON as text, as the upstream returns it. */
      detail?: string;
      /**
       * @description Who reviewed it; `appeal`: the second review after an appeal.
       * @enum {string}
       */
      reviewer?: 'machine' | 'person' | 'both' | 'appeal';
      /** @description URL of the bytes, if requested. */
      url?: string;
    };
    ReviewPage: {
      items: components['schemas']['Review'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
      /**
       * Format: int64
       * @description Entries of the complete list, where the upstream returns their number.
       */
      total?: number;
    };
    NewReview: {
      /** @example d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9 */
      sha256: string;
      /**
       * Format: int64
       * @example 11239
       */
      size: number;
      /** @enum {string} */
      verdict: 'normal' | 'low-sensitivity' | 'high-sensitivity';
      /** @description JSON as text. */
      detail?: string;
      /**
       * @description Only for the log of the upstream.
       * @example F0000000000000000001
       */
      fileId?: string;
    };
    SetReviewsBody: {
      reviews: components['schemas']['NewReview'][];
    };
    ReviewLookup: {
      /** @example d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9 */
      sha256: string;
      /**
       * Format: int64
       * @example 11239
       */
      size: number;
      /**
       * @description Only for the log of the upstream.
       * @example F0000000000000000001
       */
      fileId?: string;
    };
    FindReviewsBody: {
      contents: components['schemas']['ReviewLookup'][];
    };
    ReviewList: {
      /** @description Contents without a review are left out. */
      items: components['schemas']['Review'][];
      /**
       * Format: int64
       * @description Entries that are missing here, because KooDrive did not send them as documented; absent if none is.
       */
      omitted?: number;
    };
  };
  responses: {
    /** @description Of any request: `bad-request`, `malformed-json`, `request-timeout`, `length-required`, `too-large`, `uri-too-long`, `unsupported-media-type`, `header-too-large`, `expectation-failed`, `invalid-input`, `not-acceptable`, `internal`, `shutting-down`, `route-not-found`, `method-not-allowed`, `unknown-host`, `cross-site-refused`, `store-unavailable` */
    ProblemAnywhere: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `too-many-requests` */
    Problem429Limit: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `invalid-input` */
    Problem422Input: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `sign-in-unknown` */
    Problem400SignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `sign-in-refused`, `cross-site-refused`, `credential-unavailable`, `user-not-accepted`, `no-permission` */
    Problem403SignInUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `session-ended` */
    Problem401SignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable`, `upstream-unavailable`, `credential-source-unavailable`, `overloaded` */
    Problem503SignInUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `invalid-input`, `too-deep`, `refused-by-upstream` */
    Problem422InputUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `not-found`, `upload-not-found` */
    Problem404Upstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `name-taken`, `in-recycle-bin`, `not-in-recycle-bin`, `target-in-recycle-bin`, `nested-folders`, `already-there`, `folder-not-allowed`, `upload-incomplete`, `space-full`, `space-inactive`, `file-state-conflict` */
    Problem409Upstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `upstream-failed`, `upstream-protocol` */
    Problem502Upstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `upstream-timeout` */
    Problem504Upstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `unauthenticated`, `key-expired`, `session-ended` */
    Problem401CallerSignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `missing-scope`, `acting-not-allowed`, `cross-site-refused`, `sign-in-refused` */
    Problem403CallerSignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable` */
    Problem503CallerSignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `upstream-timeout`, `outcome-unknown` */
    Problem504UpstreamOutcome: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `sign-in-refused`, `cross-site-refused` */
    Problem403SignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable` */
    Problem503SignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `missing-scope`, `acting-not-allowed`, `cross-site-refused`, `sign-in-refused`, `credential-unavailable`, `user-not-accepted`, `no-permission` */
    Problem403CallerSignInUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable`, `upstream-unavailable`, `credential-source-unavailable`, `overloaded` */
    Problem503CallerSignInIdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `invalid-input`, `idempotency-key-reused`, `too-deep`, `refused-by-upstream` */
    Problem422InputIdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `idempotency-in-progress`, `response-not-stored`, `name-taken`, `in-recycle-bin`, `not-in-recycle-bin`, `target-in-recycle-bin`, `nested-folders`, `already-there`, `folder-not-allowed`, `upload-incomplete`, `space-full`, `space-inactive`, `file-state-conflict` */
    Problem409IdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `precondition-failed` */
    Problem412Precondition: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `unauthenticated`, `key-expired`, `session-ended` */
    Problem401Caller: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `missing-scope`, `acting-not-allowed`, `cross-site-refused`, `credential-unavailable`, `user-not-accepted`, `no-permission` */
    Problem403CallerUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `issuer-unavailable`, `upstream-unavailable`, `credential-source-unavailable`, `overloaded` */
    Problem503CallerUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable`, `upstream-unavailable`, `credential-source-unavailable`, `overloaded` */
    Problem503CallerIdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `malformed-json` */
    Problem400Body: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `too-large` */
    Problem413Body: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `unsupported-media-type` */
    Problem415Body: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `invalid-input`, `confirmation-required`, `idempotency-key-reused`, `too-deep`, `refused-by-upstream` */
    Problem422InputConfirmationIdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `range-not-satisfiable` */
    Problem416Range: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `length-required` */
    Problem411Stream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `too-large` */
    Problem413Stream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `idempotency-in-progress`, `response-not-stored`, `preset-template`, `name-taken`, `in-recycle-bin`, `not-in-recycle-bin`, `target-in-recycle-bin`, `nested-folders`, `already-there`, `folder-not-allowed`, `upload-incomplete`, `space-full`, `space-inactive`, `file-state-conflict` */
    Problem409IdempotencyTemplateUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /** @description The KooDrive user to act for. Requires the scope act-for:users. */
    onBehalfOf: string;
    /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
    requestTimeout: string;
    /** @description Repeating a request with the same key returns the first response again. */
    idempotencyKey: string;
    /** @description The ETag of a response that you have: 304 while it is still current. */
    ifNoneMatch: string;
    /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
    ifMatch: string;
    /** @description `*`: 412, and nothing is done, where the name is taken. KooDrive checks that in the creation itself. */
    ifNoneExists: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'health.live': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Check whether the process works */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ok"
           *     }
           */
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      422: components['responses']['Problem422Input'];
      429: components['responses']['Problem429Limit'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'health.ready': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Check whether this instance should get traffic */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ok",
           *       "store": "memory",
           *       "dependencies": [
           *         {
           *           "name": "koodrive",
           *           "state": "up"
           *         },
           *         {
           *           "name": "objectStore",
           *           "state": "up"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      422: components['responses']['Problem422Input'];
      429: components['responses']['Problem429Limit'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'health.metricsText': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Metrics for Prometheus */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      422: components['responses']['Problem422Input'];
      429: components['responses']['Problem429Limit'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'auth.login': {
    parameters: {
      query?: {
        /** @description Path of this origin to navigate to after the sign-in: one of LOGIN_RETURN_PATHS, or below one. */
        returnTo?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign in with KooDrive */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401SignIn'];
      403: components['responses']['Problem403SignInUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503SignInUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'auth.callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Finish the sign-in with KooDrive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401SignIn'];
      403: components['responses']['Problem403SignInUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503SignInUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'auth.session': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Get the current browser session: user, times and scopes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "-Iclv1cA5USYBQkH5HWnKarJeOjCyEUXtu4EhEq1GXA",
           *       "user": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "door": "koodrive",
           *       "signedInAt": "2026-12-01T00:04:35.784Z",
           *       "expiresAt": "2026-12-01T12:04:35.784Z",
           *       "idleExpiresAt": "2026-12-01T01:04:35.784Z",
           *       "scopes": [
           *         "me:read",
           *         "spaces:read"
           *       ]
           *     }
           */
          'application/json': components['schemas']['CurrentSession'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401CallerSignIn'];
      403: components['responses']['Problem403CallerSignIn'];
      422: components['responses']['Problem422Input'];
      429: components['responses']['Problem429Limit'];
      503: components['responses']['Problem503CallerSignIn'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'auth.logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign out of the gateway and of KooDrive */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401SignIn'];
      403: components['responses']['Problem403SignInUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503SignInUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'openid.login': {
    parameters: {
      query?: {
        /** @description Path of this origin to navigate to after the sign-in: one of LOGIN_RETURN_PATHS, or below one. */
        returnTo?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign in with OpenID Connect */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401SignIn'];
      403: components['responses']['Problem403SignIn'];
      422: components['responses']['Problem422Input'];
      429: components['responses']['Problem429Limit'];
      503: components['responses']['Problem503SignIn'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'openid.callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Finish the sign-in with OpenID Connect */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401SignIn'];
      403: components['responses']['Problem403SignInUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503SignInUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'openid.logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign out of the OpenID Connect provider */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401SignIn'];
      403: components['responses']['Problem403SignIn'];
      422: components['responses']['Problem422Input'];
      429: components['responses']['Problem429Limit'];
      503: components['responses']['Problem503SignIn'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'openid.backChannelLogout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          logout_token: string;
        };
      };
    };
    responses: {
      /** @description End browser sessions that the OpenID Connect provider has ended */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401SignIn'];
      403: components['responses']['Problem403SignIn'];
      422: components['responses']['Problem422Input'];
      429: components['responses']['Problem429Limit'];
      503: components['responses']['Problem503SignIn'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'mysessions.list': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List your browser sessions */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "qMGWPqIXk9uoL02pYjvMBBjpveEi6knkptg19zqKyRo",
           *           "current": true,
           *           "door": "koodrive",
           *           "signedInAt": "2026-12-01T00:04:36.358Z",
           *           "lastSeenAt": "2026-12-01T00:04:36.358Z",
           *           "expiresAt": "2026-12-01T12:04:36.358Z",
           *           "userAgent": "node"
           *         },
           *         {
           *           "id": "D9mI0mpZu2VOIVcX_MOrMgSyb1NJbsA7ACYcuYba4vQ",
           *           "current": false,
           *           "door": "openid",
           *           "signedInAt": "2026-12-01T00:04:36.328Z",
           *           "lastSeenAt": "2026-12-01T00:04:36.328Z",
           *           "expiresAt": "2026-12-01T12:04:36.328Z",
           *           "userAgent": "node"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['MySessionPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401CallerSignIn'];
      403: components['responses']['Problem403CallerSignIn'];
      422: components['responses']['Problem422Input'];
      429: components['responses']['Problem429Limit'];
      503: components['responses']['Problem503CallerSignIn'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'mysessions.endAll': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description End all your browser sessions */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401CallerSignIn'];
      403: components['responses']['Problem403CallerSignInUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerSignInIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'mysessions.end': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The browser session. */
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description End one of your browser sessions */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400SignIn'];
      401: components['responses']['Problem401CallerSignIn'];
      403: components['responses']['Problem403CallerSignInUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerSignInIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'me.read': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read your profile, organization, spaces, quota and unread count */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "profile": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin",
           *         "departmentId": "1243693141656107521",
           *         "departmentName": "Lakeside Works",
           *         "role": "system-administrator"
           *       },
           *       "spaces": [
           *         {
           *           "id": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "kind": "individual",
           *           "ownerId": "369528171409614001",
           *           "status": "active",
           *           "capacity": 21474836480,
           *           "used": 4096,
           *           "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
           *         },
           *         {
           *           "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "kind": "group",
           *           "name": "Launch 发布",
           *           "ownerId": "1320279092268104961",
           *           "status": "active",
           *           "capacity": 10737418240,
           *           "used": 3072,
           *           "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "memberCount": 4,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "quota": {
           *         "capacity": 21474836480,
           *         "used": 4096
           *       },
           *       "unreadCount": 2,
           *       "failed": []
           *     }
           */
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'activity.recent': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: file, action, at, state, spaceKind, spaceName, collaboration. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the files you used recently */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "file": {
           *             "id": "Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S",
           *             "kind": "file",
           *             "name": "trip.zip",
           *             "type": "archive",
           *             "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *             "owner": "Mei Lin",
           *             "favorite": false
           *           },
           *           "action": "viewed",
           *           "at": "2025-03-03T09:00:00.000Z",
           *           "state": "available",
           *           "spaceKind": "individual"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['RecentFilePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'activity.related': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, action, by, name, files, at, expiresAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'at' | '-at';
        /** @description Text to search for in names. */
        q?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List actions of others that concern you */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1689759841444195843",
           *           "action": "shared",
           *           "by": "Sofía Álvarez",
           *           "name": "价格表.csv",
           *           "files": [
           *             {
           *               "id": "Fp-TK4B4jWNnSGEF3aDkz1wbvRgot1j4m",
           *               "kind": "file",
           *               "name": "价格表.csv",
           *               "type": "excel",
           *               "mediaType": "text/csv",
           *               "size": 21,
           *               "spaceId": "IAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
           *               "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
           *               "createdAt": "2025-03-03T08:03:00.000Z",
           *               "modifiedAt": "2025-03-03T08:03:00.000Z",
           *               "owner": "Sofía Álvarez",
           *               "modifiedBy": "Sofía Álvarez",
           *               "favorite": false,
           *               "recycled": false
           *             }
           *           ],
           *           "at": "2025-03-03T11:00:00.000Z",
           *           "expiresAt": "2035-03-03T08:00:00.000Z"
           *         },
           *         {
           *           "id": "1689759841444195842",
           *           "action": "shared",
           *           "by": "Amara Okafor",
           *           "name": "Specifications and 1 more",
           *           "files": [
           *             {
           *               "id": "F-OogM6pZnahks-3dXErr8HcvkT6-hBMZ",
           *               "kind": "folder",
           *               "name": "Specifications",
           *               "type": "folder",
           *               "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *               "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *               "createdAt": "2025-03-03T08:52:00.000Z",
           *               "modifiedAt": "2025-03-03T08:52:00.000Z",
           *               "owner": "Amara Okafor",
           *               "modifiedBy": "Amara Okafor",
           *               "favorite": false,
           *               "recycled": false
           *             },
           *             {
           *               "id": "Fkfof3j7k5A_QvA-riNk1f9f86HvMWSqh",
           *               "kind": "file",
           *               "name": "Roadmap.pdf",
           *               "type": "other",
           *               "mediaType": "application/pdf",
           *               "size": 594,
           *               "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *               "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *               "createdAt": "2025-03-03T08:57:00.000Z",
           *               "modifiedAt": "2025-03-03T08:57:00.000Z",
           *               "owner": "Amara Okafor",
           *               "modifiedBy": "Amara Okafor",
           *               "favorite": false,
           *               "recycled": false
           *             }
           *           ],
           *           "at": "2025-03-03T10:00:00.000Z",
           *           "expiresAt": "2035-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null,
           *       "total": 2
           *     }
           */
          'application/json': components['schemas']['RelatedEventPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'favorites.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'markedAt' | '-markedAt';
        /** @description Only files of this type. */
        type?:
          | 'folder'
          | 'smart-folder'
          | 'image'
          | 'video'
          | 'word'
          | 'excel'
          | 'ppt'
          | 'audio'
          | 'archive'
          | 'application'
          | 'other';
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List your favorites */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['DriveFilePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'favorites.add': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "files": [
         *         {
         *           "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
         *           "fileId": "FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['FavoritesBody'];
      };
    };
    responses: {
      /** @description Mark files as favorites */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'favorites.remove': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "files": [
         *         {
         *           "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
         *           "fileId": "FBS1KxZaZ2e-QFtBuypSUpGMu_oHl8Blh"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['FavoritesBody'];
      };
    };
    responses: {
      /** @description Remove files from your favorites */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "FBS1KxZaZ2e-QFtBuypSUpGMu_oHl8Blh",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'spaces.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, ownerId, status, capacity, used, rootFolderId, memberCount, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Only spaces of this kind; `team` means departments and groups. Without it: all kinds. */
        kind?: 'individual' | 'department' | 'group' | 'team';
        /** @description Text to search for in the names of team spaces. */
        q?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the spaces that you have access to */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "kind": "group",
           *           "name": "Launch 发布",
           *           "ownerId": "1320279092268104961",
           *           "status": "active",
           *           "capacity": 10737418240,
           *           "used": 3072,
           *           "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "memberCount": 4,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['SpacePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'spaces.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "group",
         *       "name": "made s 9ky 12"
         *     }
         */
        'application/json': components['schemas']['CreateSpaceBody'];
      };
    };
    responses: {
      /** @description Create a space for a user, a department or a new group */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "IAADfsBFCO6WtAtuAb97790b73ffe65e9b2a2850d6a37ad",
           *       "kind": "group",
           *       "ownerId": "1384415737442529586",
           *       "status": "active",
           *       "capacity": 10737418240,
           *       "used": 0,
           *       "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAb97790b73ffe65e9b2a2850d6a37ad",
           *       "createdAt": "2026-12-01T00:04:44.181Z",
           *       "modifiedAt": "2026-12-01T00:04:44.181Z",
           *       "name": "made s 9ky 12",
           *       "members": []
           *     }
           */
          'application/json': components['schemas']['CreatedSpace'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'spaces.byOwner': {
    parameters: {
      query: {
        /** @description The kind of the owners: users, departments or groups. */
        kind: 'individual' | 'department' | 'group';
        /** @description Owners, separated by commas. */
        ownerIds: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the spaces of several users, departments or groups */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1320279092268104961",
           *           "status": "done",
           *           "spaces": [
           *             {
           *               "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *               "kind": "group",
           *               "ownerId": "1320279092268104961",
           *               "status": "active",
           *               "capacity": 10737418240,
           *               "used": 3072,
           *               "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *               "createdAt": "2025-03-03T08:00:00.000Z",
           *               "modifiedAt": "2025-03-03T08:00:00.000Z"
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['SpacesByOwner'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'spaces.read': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a space */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *       "kind": "group",
           *       "ownerId": "1320279092268104961",
           *       "status": "active",
           *       "capacity": 10737418240,
           *       "used": 3072,
           *       "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *       "createdAt": "2025-03-03T08:00:00.000Z",
           *       "modifiedAt": "2025-03-03T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Space'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'spaces.delete': {
    parameters: {
      query?: {
        /** @description Repeats the id of what is deleted. This cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a space with all its files */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputConfirmationIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'spaces.change': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "capacity": 22548578304
         *     }
         */
        'application/json': components['schemas']['ChangeSpaceBody'];
      };
    };
    responses: {
      /** @description Resize, disable or enable a space */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *       "kind": "department",
           *       "ownerId": "1289173668999530369",
           *       "status": "active",
           *       "capacity": 22548578304,
           *       "used": 12288,
           *       "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *       "createdAt": "2025-03-03T08:00:00.000Z",
           *       "modifiedAt": "2026-12-01T00:04:49.865Z"
           *     }
           */
          'application/json': components['schemas']['Space'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'organizationspaces.list': {
    parameters: {
      query: {
        /** @description Return only these fields, separated by commas: id, kind, name, ownerId, status, capacity, used, rootFolderId, memberCount, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description The kind of space: of users, departments or groups. */
        kind: 'individual' | 'department' | 'group';
        /** @description Text to search for in the names of owners. */
        q?: string;
        /** @description Only of users in this department and its departments below; with `individual`. */
        department?: string;
        /** @description Only of users directly in the department; with `individual`. */
        direct?: boolean;
        /** @description Only spaces in this state; with `individual`. */
        status?: 'active' | 'disabled';
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the spaces of all users, departments or groups */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *           "kind": "department",
           *           "name": "Engineering",
           *           "ownerId": "1289173668999530369",
           *           "status": "active",
           *           "capacity": 214748364800,
           *           "used": 12288,
           *           "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *           "memberCount": 4,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         },
           *         {
           *           "id": "IAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
           *           "kind": "department",
           *           "name": "Sales 销售部",
           *           "ownerId": "1289173650183882753",
           *           "status": "active",
           *           "capacity": 107374182400,
           *           "used": 1024,
           *           "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
           *           "memberCount": 3,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['SpacePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'organizationspaces.ofUser': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, ownerId, status, capacity, used, rootFolderId, memberCount, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The user. */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the individual spaces of a user */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "IAADfsBFCO6WtAtuA4f8864f8844429bab5d4e3b5f4a2b0",
           *           "kind": "individual",
           *           "ownerId": "1316083732377071562",
           *           "status": "active",
           *           "capacity": 10737418240,
           *           "used": 4096,
           *           "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA4f8864f8844429bab5d4e3b5f4a2b0"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['SpacePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'files.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?:
          | 'name'
          | '-name'
          | 'size'
          | '-size'
          | 'createdAt'
          | '-createdAt'
          | 'modifiedAt'
          | '-modifiedAt'
          | 'type'
          | '-type';
        /** @description The folder to list; `root` is the root folder of the space. */
        parent?: string;
        /** @description Only files of this type. */
        type?:
          | 'folder'
          | 'smart-folder'
          | 'image'
          | 'video'
          | 'word'
          | 'excel'
          | 'ppt'
          | 'audio'
          | 'archive'
          | 'application'
          | 'other';
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List a folder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "FsPqydd1JJFNTzPk53TQ9lPTEh_XfaQ2T",
           *           "kind": "folder",
           *           "name": "Posters",
           *           "type": "folder",
           *           "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "createdAt": "2025-03-03T08:02:00.000Z",
           *           "modifiedAt": "2025-03-03T08:02:00.000Z",
           *           "owner": "Jonas Weber",
           *           "modifiedBy": "Jonas Weber",
           *           "favorite": false,
           *           "recycled": false
           *         },
           *         {
           *           "id": "F2Mq0Kx-zEdmn7yp2KM5N29xh4UaLdfqU",
           *           "kind": "file",
           *           "name": "Checklist.md",
           *           "type": "other",
           *           "mediaType": "text/markdown",
           *           "size": 26,
           *           "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "createdAt": "2025-03-03T08:01:00.000Z",
           *           "modifiedAt": "2025-03-03T08:01:00.000Z",
           *           "owner": "Jonas Weber",
           *           "modifiedBy": "Jonas Weber",
           *           "favorite": false,
           *           "recycled": false
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['DriveFilePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'files.createFolder': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description `*`: 412, and nothing is done, where the name is taken. KooDrive checks that in the creation itself. */
        'If-None-Match'?: components['parameters']['ifNoneExists'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "folder 9ky 15",
         *       "parentId": "root"
         *     }
         */
        'application/json': components['schemas']['CreateFolderBody'];
      };
    };
    responses: {
      /** @description Create a folder */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "FzIXLIq_GUiOl5nGRr6sBYJYTtVhf-qsU",
           *       "kind": "folder",
           *       "name": "folder 9ky 15",
           *       "type": "folder",
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2026-12-01T00:04:44.410Z",
           *       "modifiedAt": "2026-12-01T00:04:44.410Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['DriveFile'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'files.read': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path, expanded. */
        fields?: string;
        /** @description Parts to include in `expanded`, separated by commas: permissions, path, versions. A part that fails is listed in `expanded.failed`. With `fields`, also name `expanded` there. */
        expand?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file or folder. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a file or folder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "F2Mq0Kx-zEdmn7yp2KM5N29xh4UaLdfqU",
           *       "kind": "file",
           *       "name": "Checklist.md",
           *       "type": "other",
           *       "mediaType": "text/markdown",
           *       "size": 26,
           *       "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *       "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *       "createdAt": "2025-03-03T08:01:00.000Z",
           *       "modifiedAt": "2025-03-03T08:01:00.000Z",
           *       "owner": "Jonas Weber",
           *       "modifiedBy": "Jonas Weber",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['ExpandedFile'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'files.rename': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file or folder. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "renamed 9ky 16"
         *     }
         */
        'application/json': components['schemas']['RenameFileBody'];
      };
    };
    responses: {
      /** @description Rename a file or folder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "FuUSi4ofWyHyMb1lJrX_C6DIMA8co-OdW",
           *       "kind": "folder",
           *       "name": "renamed 9ky 16",
           *       "type": "folder",
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2026-12-01T00:04:38.653Z",
           *       "modifiedAt": "2026-12-01T00:04:44.456Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['DriveFile'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'files.path': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file or folder. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the path of a file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "path": "/会议纪要.md",
           *       "ids": [
           *         "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *         "FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S"
           *       ]
           *     }
           */
          'application/json': components['schemas']['FilePath'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'files.stats': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The folder. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Count the files and folders below a folder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "size": 0,
           *       "folderCount": 0,
           *       "fileCount": 0
           *     }
           */
          'application/json': components['schemas']['FolderStats'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'search.search': {
    parameters: {
      query: {
        /** @description Return only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?:
          | 'name'
          | '-name'
          | 'size'
          | '-size'
          | 'createdAt'
          | '-createdAt'
          | 'modifiedAt'
          | '-modifiedAt'
          | 'type'
          | '-type';
        /** @description Text to search for in names. */
        q: string;
        /** @description Search in your own spaces or in team spaces. */
        in?: 'individual' | 'team';
        /** @description Only in this space. */
        spaceId?: string;
        /** @description Only below this folder; requires spaceId. */
        parent?: string;
        /** @description Only files of this type. */
        type?:
          | 'folder'
          | 'smart-folder'
          | 'image'
          | 'video'
          | 'word'
          | 'excel'
          | 'ppt'
          | 'audio'
          | 'archive'
          | 'application'
          | 'other';
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Search for files by name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [],
           *       "nextCursor": null,
           *       "total": 0
           *     }
           */
          'application/json': components['schemas']['DriveFilePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'content.download': {
    parameters: {
      query?: {
        /** @description Respond with 302 to a pre-signed URL of the object store instead of the bytes. */
        redirect?: boolean;
      };
      header?: {
        /** @description One range of bytes. */
        Range?: string;
        /** @description A strong ETag. If the content has another one now, or for a date, the response has all bytes. */
        'If-Range'?: string;
        /** @description The ETag of the content that you have: 304 while it is still current. */
        'If-None-Match'?: string;
        /** @description The ETag of the content. If the content has another one now: 412. */
        'If-Match'?: string;
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download a file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The requested range. */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Location has the URL of the bytes. */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The content that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      412: components['responses']['Problem412Precondition'];
      416: components['responses']['Problem416Range'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'content.uploadVersion': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Upload a new version of a file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "F2Mq0Kx-zEdmn7yp2KM5N29xh4UaLdfqU",
           *       "kind": "file",
           *       "name": "Checklist.md",
           *       "type": "other",
           *       "mediaType": "text/markdown",
           *       "size": 22,
           *       "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *       "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *       "createdAt": "2025-03-03T08:01:00.000Z",
           *       "modifiedAt": "2026-12-01T00:04:44.520Z",
           *       "owner": "Jonas Weber",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['DriveFile'];
        };
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      411: components['responses']['Problem411Stream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Stream'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'content.links': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "fileIds": [
         *         "FoD5qLqwnsJJAldRgmRF7f3tub-ro7InY"
         *       ]
         *     }
         */
        'application/json': components['schemas']['DownloadLinksBody'];
      };
    };
    responses: {
      /** @description Create pre-signed URLs for files */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "FoD5qLqwnsJJAldRgmRF7f3tub-ro7InY",
           *           "status": "done",
           *           "url": "https://bucket.obs.example.com/object?signature=...",
           *           "name": "shared 9ky 3.txt"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['DownloadLinks'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'content.upload': {
    parameters: {
      query: {
        /** @description Name of the new file. */
        name: string;
        /** @description The folder to upload it into; `root` is the root folder of the space. */
        parent?: string;
        /** @description If the name is taken: fail with name-taken, or let the upstream append a timestamp. */
        onConflict?: 'refuse' | 'rename';
      };
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description `*`: 412, and nothing is done, where the name is taken. KooDrive checks that in the creation itself. */
        'If-None-Match'?: components['parameters']['ifNoneExists'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Upload a file */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "FTd5FoKL808-0LgfDlgWR6SCVDosMmcBV",
           *       "kind": "file",
           *       "name": "note 9ky 18.txt",
           *       "type": "other",
           *       "mediaType": "application/octet-stream",
           *       "size": 3489,
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "parentId": "FzIXLIq_GUiOl5nGRr6sBYJYTtVhf-qsU",
           *       "createdAt": "2026-12-01T00:04:44.629Z",
           *       "modifiedAt": "2026-12-01T00:04:44.634Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['DriveFile'];
        };
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      411: components['responses']['Problem411Stream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Stream'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'content.start': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description `*`: 412, and nothing is done, where the name is taken. KooDrive checks that in the creation itself. */
        'If-None-Match'?: components['parameters']['ifNoneExists'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "started 9ky 19.txt",
         *       "size": 1000
         *     }
         */
        'application/json': components['schemas']['StartUploadBody'];
      };
    };
    responses: {
      /** @description Start a direct upload to the object store */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "FXr0LeGBj1ZYnEwC70SuU9tpQHCu7QNuy",
           *       "name": "started 9ky 19.txt",
           *       "partSize": 8388608,
           *       "partCount": 1,
           *       "parts": [
           *         {
           *           "number": 1,
           *           "size": 1000,
           *           "url": "https://bucket.obs.example.com/object?signature=..."
           *         }
           *       ],
           *       "expiresAt": "2026-12-01T01:04:44.651Z"
           *     }
           */
          'application/json': components['schemas']['Upload'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'content.parts': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The upload. Its id is the id of the new file. */
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "parts": [
         *         {
         *           "number": 1,
         *           "size": 12
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['UploadPartsBody'];
      };
    };
    responses: {
      /** @description Create URLs for more parts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "number": 1,
           *           "size": 12,
           *           "url": "https://bucket.obs.example.com/object?signature=..."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['UploadParts'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'content.complete': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The upload. Its id is the id of the new file. */
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['CompleteUploadBody'];
      };
    };
    responses: {
      /** @description Complete an upload */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "Fp5JHOsnKg0pSVMD-0Hi97xc6hiSCz1ll",
           *       "kind": "file",
           *       "name": "upload 9ky 21.txt",
           *       "type": "other",
           *       "mediaType": "application/octet-stream",
           *       "size": 12,
           *       "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *       "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *       "createdAt": "2026-12-01T00:04:44.691Z",
           *       "modifiedAt": "2026-12-01T00:04:44.706Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['DriveFile'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'jobs.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, action, status, result, progress, entryCount, spaceId, createdAt, startedAt, finishedAt, url, entries. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Only jobs with this action. */
        action?: 'copy' | 'move' | 'delete' | 'restore' | 'extract' | 'package' | 'empty-recycle-bin';
        /** @description Only jobs in this state. */
        status?: 'waiting' | 'running' | 'completed' | 'cancelled';
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List your jobs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['JobPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'jobs.start': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "action": "copy",
         *       "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
         *       "fileIds": [
         *         "FEI1QUnHkcfYkUx0cEGtTZO0E0Z0T1PMe"
         *       ],
         *       "targetSpaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
         *       "targetFolderId": "root"
         *     }
         */
        'application/json': components['schemas']['StartJobBody'];
      };
    };
    responses: {
      /** @description Start a job: copy, move, delete, restore, extract or package files */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1312423616175046021",
           *       "action": "copy",
           *       "status": "waiting",
           *       "progress": 0,
           *       "entryCount": 1,
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2026-12-01T00:04:44.000Z",
           *       "entries": [
           *         {
           *           "id": "FEI1QUnHkcfYkUx0cEGtTZO0E0Z0T1PMe",
           *           "status": "waiting"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Job'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'jobs.read': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The job. */
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a job */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1349079865088539943",
           *       "action": "copy",
           *       "status": "completed",
           *       "result": "succeeded",
           *       "progress": 100,
           *       "entryCount": 1,
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2026-12-01T00:04:38.000Z",
           *       "startedAt": "2026-12-01T00:04:38.000Z",
           *       "finishedAt": "2026-12-01T00:04:38.000Z",
           *       "entries": [
           *         {
           *           "id": "FSS6XN4ATkRlbye24GJ1XIQJsdYnT5A5c",
           *           "status": "done",
           *           "newId": "FBS1KxZaZ2e-QFtBuypSUpGMu_oHl8Blh"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'jobs.cancel': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The job. */
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cancel a job */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1368502918365986671",
           *       "action": "copy",
           *       "status": "cancelled",
           *       "progress": 0,
           *       "entryCount": 1,
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2026-12-01T00:04:44.000Z",
           *       "finishedAt": "2026-12-01T00:04:44.000Z",
           *       "entries": [
           *         {
           *           "id": "FCxZQWovyrV69S8IXif6KuZL0ebyvrri7",
           *           "status": "waiting"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Job'];
        };
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'jobs.events': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The job. */
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Follow a job as server-sent events */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'recyclebin.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?:
          | 'name'
          | '-name'
          | 'size'
          | '-size'
          | 'createdAt'
          | '-createdAt'
          | 'modifiedAt'
          | '-modifiedAt'
          | 'type'
          | '-type'
          | 'recycledAt'
          | '-recycledAt';
        /** @description Only files of this type. */
        type?:
          | 'folder'
          | 'smart-folder'
          | 'image'
          | 'video'
          | 'word'
          | 'excel'
          | 'ppt'
          | 'audio'
          | 'archive'
          | 'application'
          | 'other';
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List deleted files */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['DriveFilePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'recyclebin.empty': {
    parameters: {
      query?: {
        /** @description Repeats the id of what is deleted. This cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Empty the recycle bin permanently */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputConfirmationIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'messages.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, state, sender, text, receivedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Only messages of this kind. */
        kind?: 'share' | 'team' | 'system' | 'management';
        /** @description Only messages in this state. */
        state?: 'unread' | 'read';
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List your messages */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['MessagePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'messages.deleteAll': {
    parameters: {
      query?: {
        /** @description Repeats the id of what is deleted. This cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete all your messages */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputConfirmationIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'messages.unread': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Count your unread messages */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "count": 2
           *     }
           */
          'application/json': components['schemas']['UnreadCount'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'messages.read': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "ids": [
         *         "1365979323714102847",
         *         "1383074398351464804"
         *       ]
         *     }
         */
        'application/json': components['schemas']['MessageIdsBody'];
      };
    };
    responses: {
      /** @description Mark messages as read */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1365979323714102847",
           *           "status": "failed",
           *           "problem": {
           *             "type": "/problems/not-found",
           *             "title": "Not found",
           *             "status": 404,
           *             "detail": "There is no such thing here, or it is not visible.",
           *             "code": "not-found",
           *             "retryable": false,
           *             "upstream": {
           *               "operation": "batchReadMessage",
           *               "code": "13000309"
           *             }
           *           }
           *         },
           *         {
           *           "id": "1383074398351464804",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'messages.readAll': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Mark all your messages as read */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'messages.delete': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "ids": [
         *         "1372254051215908696",
         *         "1365979323714102847"
         *       ]
         *     }
         */
        'application/json': components['schemas']['MessageIdsBody'];
      };
    };
    responses: {
      /** @description Delete messages */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1372254051215908696",
           *           "status": "done"
           *         },
           *         {
           *           "id": "1365979323714102847",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'receivedshares.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, code, url, name, status, scope, comment, spaceId, files, viewCount, createdAt, expiresAt, sharedBy. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'createdAt' | '-createdAt';
        /** @description Text to search for in names. */
        q?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the shares that name you as a recipient */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1689759841444195843",
           *           "code": "1689743054514187773",
           *           "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187773",
           *           "name": "价格表.csv",
           *           "status": "active",
           *           "scope": "selected",
           *           "spaceId": "IAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
           *           "files": [
           *             {
           *               "id": "Fp-TK4B4jWNnSGEF3aDkz1wbvRgot1j4m",
           *               "kind": "file",
           *               "name": "价格表.csv",
           *               "mediaType": "text/csv",
           *               "size": 21,
           *               "spaceId": "IAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
           *               "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf"
           *             }
           *           ],
           *           "viewCount": 0,
           *           "createdAt": "2025-03-03T11:00:00.000Z",
           *           "expiresAt": "2035-03-03T08:00:00.000Z",
           *           "sharedBy": {
           *             "id": "1316083732377071217",
           *             "name": "Sofía Álvarez"
           *           }
           *         },
           *         {
           *           "id": "1689759841444195842",
           *           "code": "1689743054514187772",
           *           "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187772",
           *           "name": "Specifications and 1 more",
           *           "status": "active",
           *           "scope": "selected",
           *           "comment": "请查收",
           *           "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *           "files": [
           *             {
           *               "id": "F-OogM6pZnahks-3dXErr8HcvkT6-hBMZ",
           *               "kind": "folder",
           *               "name": "Specifications",
           *               "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *               "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318"
           *             },
           *             {
           *               "id": "Fkfof3j7k5A_QvA-riNk1f9f86HvMWSqh",
           *               "kind": "file",
           *               "name": "Roadmap.pdf",
           *               "mediaType": "application/pdf",
           *               "size": 594,
           *               "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *               "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318"
           *             }
           *           ],
           *           "viewCount": 0,
           *           "createdAt": "2025-03-03T10:00:00.000Z",
           *           "expiresAt": "2035-03-03T08:00:00.000Z",
           *           "sharedBy": {
           *             "id": "1316083732377071043",
           *             "name": "Amara Okafor"
           *           }
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['ReceivedSharePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'receivedshares.read': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, code, url, name, status, scope, comment, spaceId, files, viewCount, createdAt, expiresAt, sharedBy. */
        fields?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The share. */
        shareId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a share that you received */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1689759841444195842",
           *       "code": "1689743054514187772",
           *       "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187772",
           *       "name": "Specifications and 1 more",
           *       "status": "active",
           *       "comment": "请查收",
           *       "createdAt": "2025-03-03T10:00:00.000Z",
           *       "expiresAt": "2035-03-03T08:00:00.000Z",
           *       "sharedBy": {
           *         "id": "1316083732377071043",
           *         "name": "Amara Okafor"
           *       }
           *     }
           */
          'application/json': components['schemas']['ReceivedShare'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'receivedshares.leave': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "shareIds": [
         *         "1689759841444195842"
         *       ]
         *     }
         */
        'application/json': components['schemas']['ShareIdsBody'];
      };
    };
    responses: {
      /** @description Leave shares that you received */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1689759841444195842",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'shares.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, code, url, name, status, scope, comment, spaceId, files, viewCount, createdAt, expiresAt, extractCode, users, departments, groups. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'createdAt' | '-createdAt';
        /** @description Text to search for in names. */
        q?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List your shares */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1689759841444195841",
           *           "code": "1689743054514187771",
           *           "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187771",
           *           "name": "Documents",
           *           "status": "active",
           *           "scope": "organization",
           *           "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "files": [
           *             {
           *               "id": "FDPJXsI8JYDaA9pJBh61A7SXIVc9SkAxr",
           *               "kind": "folder",
           *               "name": "Documents",
           *               "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *               "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
           *             }
           *           ],
           *           "viewCount": 0,
           *           "createdAt": "2025-03-03T09:00:00.000Z",
           *           "expiresAt": "2035-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['SharePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'shares.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
         *       "fileIds": [
         *         "FO5eoWk8DM1CZpGQ-6tL3RrPSpgk0_Pqd"
         *       ],
         *       "scope": "external",
         *       "validDays": 7
         *     }
         */
        'application/json': components['schemas']['CreateShareBody'];
      };
    };
    responses: {
      /** @description Share files of a space */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1361014805304471200",
           *       "code": "1357794463974305170",
           *       "url": "https://drive.example/cloudfile/#/sharelink/i/1357794463974305170",
           *       "name": "shared 9ky 5.txt",
           *       "status": "active",
           *       "scope": "external",
           *       "createdAt": "2026-12-01T00:04:45.053Z",
           *       "expiresAt": "2026-12-08T00:04:45.053Z"
           *     }
           */
          'application/json': components['schemas']['Share'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'shares.read': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, code, url, name, status, scope, comment, spaceId, files, viewCount, createdAt, expiresAt, extractCode, users, departments, groups, expanded. */
        fields?: string;
        /** @description Parts to include in `expanded`, separated by commas: files. A part that fails is listed in `expanded.failed`. With `fields`, also name `expanded` there. */
        expand?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The share. */
        shareId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read one of your shares, with its access code and its recipients */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1689759841444195841",
           *       "code": "1689743054514187771",
           *       "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187771",
           *       "name": "Documents",
           *       "status": "active",
           *       "scope": "organization",
           *       "createdAt": "2025-03-03T09:00:00.000Z",
           *       "expiresAt": "2035-03-03T08:00:00.000Z",
           *       "extractCode": "Lakes1de"
           *     }
           */
          'application/json': components['schemas']['ExpandedShare'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'shares.cancel': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The share. */
        shareId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cancel a share */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'shares.change': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The share. */
        shareId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "comment": "comment 9ky 23"
         *     }
         */
        'application/json': components['schemas']['ChangeShareBody'];
      };
    };
    responses: {
      /** @description Change a share */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1689759841444195841",
           *       "code": "1689743054514187771",
           *       "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187771",
           *       "name": "Documents",
           *       "status": "active",
           *       "scope": "organization",
           *       "comment": "comment 9ky 23",
           *       "createdAt": "2025-03-03T09:00:00.000Z",
           *       "expiresAt": "2035-03-03T08:00:00.000Z",
           *       "extractCode": "Lakes1de"
           *     }
           */
          'application/json': components['schemas']['Share'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'shares.cancelMany': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "shareIds": [
         *         "1340389701528889787"
         *       ]
         *     }
         */
        'application/json': components['schemas']['ShareIdsBody'];
      };
    };
    responses: {
      /** @description Cancel several shares */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1340389701528889787",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'sharelinks.read': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, code, status, unlocked, sharedBy, createdAt, expiresAt. */
        fields?: string;
      };
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1363206810275504314",
           *       "code": "1362969673211747986",
           *       "status": "active",
           *       "unlocked": false,
           *       "sharedBy": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "createdAt": "2026-12-01T00:04:39.725Z",
           *       "expiresAt": "2026-12-08T00:04:39.725Z"
           *     }
           */
          'application/json': components['schemas']['ShareLink'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'sharelinks.unlock': {
    parameters: {
      query?: never;
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "extractCode": "a1B2c3D4"
         *     }
         */
        'application/json': components['schemas']['UnlockLinkBody'];
      };
    };
    responses: {
      /** @description Unlock a link with its access code */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1385592833361044288",
           *       "code": "1318950650462801187",
           *       "status": "active",
           *       "unlocked": true,
           *       "sharedBy": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "createdAt": "2026-12-01T00:04:45.280Z",
           *       "expiresAt": "2026-12-08T00:04:45.280Z"
           *     }
           */
          'application/json': components['schemas']['ShareLink'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'sharelinks.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, mediaType, size, spaceId, parentId, modifiedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'name' | '-name' | 'size' | '-size' | 'modifiedAt' | '-modifiedAt';
        /** @description The folder to list. Without it: the top folder of the share. */
        parent?: string;
        /** @description Text to search for in names. */
        q?: string;
      };
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the files behind a link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S",
           *           "kind": "file",
           *           "name": "trip.zip",
           *           "size": 487,
           *           "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "modifiedAt": "2025-03-03T08:11:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['SharedFilePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'sharelinks.download': {
    parameters: {
      query?: {
        /** @description Respond with 302 to a pre-signed URL of the object store instead of the bytes. */
        redirect?: boolean;
      };
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description One range of bytes. */
        Range?: string;
        /** @description A strong ETag. If the content has another one now, or for a date, the response has all bytes. */
        'If-Range'?: string;
        /** @description The ETag of the content that you have: 304 while it is still current. */
        'If-None-Match'?: string;
        /** @description The ETag of the content. If the content has another one now: 412. */
        'If-Match'?: string;
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
        /** @description A file of the share. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download a file behind a link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The requested range. */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Location has the URL of the bytes. */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The content that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      412: components['responses']['Problem412Precondition'];
      416: components['responses']['Problem416Range'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'sharelinks.start': {
    parameters: {
      query?: never;
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "action": "save",
         *       "fileIds": [
         *         "FYXQV0dYPlcSCTcxiINMlhou8o8XHM7Rq"
         *       ],
         *       "targetSpaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057"
         *     }
         */
        'application/json': components['schemas']['StartLinkJobBody'];
      };
    };
    responses: {
      /** @description Save files behind a link to a space, or package them */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1370853618776360255",
           *       "code": "1335997648601365258",
           *       "action": "save",
           *       "status": "completed",
           *       "result": "succeeded",
           *       "progress": 100,
           *       "createdAt": "2026-12-01T00:04:45.000Z",
           *       "startedAt": "2026-12-01T00:04:45.000Z",
           *       "finishedAt": "2026-12-01T00:04:45.000Z",
           *       "entries": [
           *         {
           *           "id": "FYXQV0dYPlcSCTcxiINMlhou8o8XHM7Rq",
           *           "status": "done",
           *           "newId": "FogsldE6CYUIGTV5_jnf_lcM896hzzNy2"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['LinkJob'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'sharelinks.job': {
    parameters: {
      query?: never;
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
        /** @description The job. */
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a job on files behind a link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1378665846104693095",
           *       "code": "1312195888007710788",
           *       "action": "save",
           *       "status": "completed",
           *       "result": "succeeded",
           *       "progress": 100,
           *       "createdAt": "2026-12-01T00:04:40.000Z",
           *       "startedAt": "2026-12-01T00:04:40.000Z",
           *       "finishedAt": "2026-12-01T00:04:40.000Z",
           *       "entries": [
           *         {
           *           "id": "F7ZU8-S95vc4SxCBUg9LR8HCDjbZOCy5a",
           *           "status": "done",
           *           "newId": "FC6_IpcvYcxDeRxAeEGWHpkh4kMAyKLb3"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['LinkJob'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'sharelinks.jobEvents': {
    parameters: {
      query?: never;
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
        /** @description The job. */
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Follow a job on files behind a link as server-sent events */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'versions.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, number, current, keepForever, reason, createdAt, createdBy, modifiedAt, url. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the versions of a file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1330326959591401852.1391593261412173262",
           *           "number": 1,
           *           "current": true,
           *           "keepForever": false,
           *           "reason": "created",
           *           "createdAt": "2025-03-03T08:01:00.000Z",
           *           "createdBy": "1316083732377070977",
           *           "modifiedAt": "2025-03-03T08:01:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['VersionPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'versions.read': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file. */
        fileId: string;
        /** @description The version. */
        versionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a version, with a pre-signed URL of its bytes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1397652372545171612.1359386874018296271",
           *       "number": 1,
           *       "current": false,
           *       "keepForever": false,
           *       "reason": "created",
           *       "createdAt": "2026-12-01T00:04:41.011Z",
           *       "createdBy": "369528171409614001",
           *       "modifiedAt": "2026-12-01T00:04:41.011Z",
           *       "url": "https://bucket.obs.example.com/object?signature=..."
           *     }
           */
          'application/json': components['schemas']['Version'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'versions.delete': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file. */
        fileId: string;
        /** @description The version. */
        versionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a version permanently */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'versions.change': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file. */
        fileId: string;
        /** @description The version. */
        versionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "keepForever": true
         *     }
         */
        'application/json': components['schemas']['ChangeVersionBody'];
      };
    };
    responses: {
      /** @description Set whether a version is retained forever */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1392978440480942329.1332432934796112878",
           *       "number": 1,
           *       "current": false,
           *       "keepForever": true,
           *       "reason": "created",
           *       "createdAt": "2026-12-01T00:04:45.656Z",
           *       "createdBy": "369528171409614001",
           *       "modifiedAt": "2026-12-01T00:04:45.790Z",
           *       "url": "https://bucket.obs.example.com/object?signature=..."
           *     }
           */
          'application/json': components['schemas']['Version'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'versions.restore': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The file. */
        fileId: string;
        /** @description The version. */
        versionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Restore an old version as the current one */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'archives.entries': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The archive. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['OpenArchiveBody'];
      };
    };
    responses: {
      /** @description List the entries of an archive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "path": "plan/",
           *           "kind": "folder",
           *           "size": 0,
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         },
           *         {
           *           "path": "plan/readme.txt",
           *           "kind": "file",
           *           "size": 108,
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ArchiveEntries'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'syncfolders.open': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "in step 9ky 31"
         *     }
         */
        'application/json': components['schemas']['OpenSyncFolderBody'];
      };
    };
    responses: {
      /** @description Start the synchronization of a folder */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "FImOi8KRkFJHb4Vd0jhQF3ZrrMlCP3sF9",
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "name": "in step 9ky 31"
           *     }
           */
          'application/json': components['schemas']['SyncFolder'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'syncfolders.close': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The folder. */
        folderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description End the synchronization of a folder */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'syncfolders.changes': {
    parameters: {
      query?: {
        /** @description Entries in a page. */
        limit?: number;
        /** @description nextCursor of the previous call. Without it: the first changes. */
        cursor?: string;
        /** @description Your device. */
        deviceId?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The folder. */
        folderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the changes below a sync folder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [],
           *       "nextCursor": "0",
           *       "more": false
           *     }
           */
          'application/json': components['schemas']['FileChangeList'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'departments.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, name, parentId, organizationDepartmentId. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description List the direct children of this department. Without it: of the root. */
        parent?: string;
        /** @description Text to search for in the names of that level. */
        q?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the departments of a level */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1289173668999530369",
           *           "name": "Engineering",
           *           "parentId": "1243693141656107521",
           *           "organizationDepartmentId": "ffcd9d928de2259078c16e09cdb807ec"
           *         },
           *         {
           *           "id": "1289173650183882753",
           *           "name": "Sales 销售部",
           *           "parentId": "1243693141656107521",
           *           "organizationDepartmentId": "3d7b6bd4a065e5b7b365603d3f1a25a3"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['DepartmentPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'departments.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "made d 9ky 33",
         *       "parentId": "1289173650183882753"
         *     }
         */
        'application/json': components['schemas']['CreateDepartmentBody'];
      };
    };
    responses: {
      /** @description Create a department */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1350315892258750833",
           *       "name": "made d 9ky 33",
           *       "parentId": "1289173650183882753",
           *       "organizationDepartmentId": "98eb48fde3199d72115e329bc2a413b4"
           *     }
           */
          'application/json': components['schemas']['Department'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'departments.tree': {
    parameters: {
      query?: {
        /** @description The department at the top of the tree. Without it: the root. */
        root?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the tree of departments */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1243693141656107521",
           *           "name": "Lakeside Works",
           *           "organizationDepartmentId": "820b852c35d6da0ebe4ff2a1dcbb1b29",
           *           "children": [
           *             {
           *               "id": "1289173668999530369",
           *               "name": "Engineering",
           *               "parentId": "1243693141656107521",
           *               "organizationDepartmentId": "ffcd9d928de2259078c16e09cdb807ec",
           *               "children": [
           *                 {
           *                   "id": "1289173668999530433",
           *                   "name": "Platform",
           *                   "parentId": "1289173668999530369",
           *                   "organizationDepartmentId": "6c5ac8408626c6a391f09f4089df1fa5",
           *                   "children": [
           *                     {
           *                       "id": "1289173668999530497",
           *                       "name": "Storage",
           *                       "parentId": "1289173668999530433",
           *                       "organizationDepartmentId": "a1c0159c39b9d6b9ecdde8fca9db1bb4",
           *                       "children": []
           *                     }
           *                   ]
           *                 }
           *               ]
           *             },
           *             {
           *               "id": "1289173650183882753",
           *               "name": "Sales 销售部",
           *               "parentId": "1243693141656107521",
           *               "organizationDepartmentId": "3d7b6bd4a065e5b7b365603d3f1a25a3",
           *               "children": []
           *             }
           *           ]
           *         }
           *       ],
           *       "count": 5,
           *       "complete": true
           *     }
           */
          'application/json': components['schemas']['DepartmentTree'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'departments.read': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, name, parentId, organizationDepartmentId. */
        fields?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The department. */
        departmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a department */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1289173668999530369",
           *       "name": "Engineering",
           *       "parentId": "1243693141656107521",
           *       "organizationDepartmentId": "ffcd9d928de2259078c16e09cdb807ec"
           *     }
           */
          'application/json': components['schemas']['Department'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'departments.delete': {
    parameters: {
      query?: {
        /** @description Repeats the id of what is deleted. This cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The department. */
        departmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a department */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputConfirmationIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'departments.change': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The department. */
        departmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "named d 9ky 34"
         *     }
         */
        'application/json': components['schemas']['ChangeDepartmentBody'];
      };
    };
    responses: {
      /** @description Rename or move a department */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1289173668999530369",
           *       "name": "named d 9ky 34",
           *       "parentId": "1243693141656107521",
           *       "organizationDepartmentId": "ffcd9d928de2259078c16e09cdb807ec"
           *     }
           */
          'application/json': components['schemas']['Department'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'users.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, organizationUserId, name, departmentId, departmentName, mobile, role, status. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Only users of this department and its departments below. Without it: all users. */
        department?: string;
        /** @description Only users directly in the department. */
        direct?: boolean;
        /** @description Text to search for in names. */
        q?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List users */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "369528171409614001",
           *           "organizationUserId": "1008600000016806899",
           *           "name": "Mei Lin",
           *           "departmentId": "1243693141656107521",
           *           "departmentName": "Lakeside Works",
           *           "mobile": "0086139****0000",
           *           "role": "system-administrator",
           *           "status": "enabled"
           *         },
           *         {
           *           "id": "1316083732377070977",
           *           "organizationUserId": "1008600000293202821",
           *           "name": "Jonas Weber",
           *           "departmentId": "1289173668999530433",
           *           "departmentName": "Platform",
           *           "mobile": "0086139****1234",
           *           "role": "member",
           *           "status": "enabled"
           *         }
           *       ],
           *       "nextCursor": null,
           *       "total": 8
           *     }
           */
          'application/json': components['schemas']['UserPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'users.add': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "organizationUserId": "100868354257436003",
         *       "departmentId": "1350315892258750833"
         *     }
         */
        'application/json': components['schemas']['AddUserBody'];
      };
    };
    responses: {
      /** @description Add a user from OrgID */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1340397772856332929",
           *       "organizationUserId": "100868354257436003"
           *     }
           */
          'application/json': components['schemas']['AddedUser'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'users.count': {
    parameters: {
      query?: {
        /** @description Count users of this department and its departments below. Without it: all users. */
        department?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Count users */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "count": 4
           *     }
           */
          'application/json': components['schemas']['UserCount'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'users.checkImport': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "departmentId": "1289173650183882753",
         *       "users": [
         *         {
         *           "departmentName": "Sales 销售部"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['CheckImportBody'];
      };
    };
    responses: {
      /** @description Check rows before an import */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "row": 0,
           *           "importable": true
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ImportCheckResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'users.read': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, organizationUserId, name, departmentId, departmentName, mobile, role, status. */
        fields?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The user. */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a user */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1316083732377070977",
           *       "organizationUserId": "1008600000293202821",
           *       "name": "Jonas Weber",
           *       "departmentId": "1289173668999530433",
           *       "departmentName": "Platform",
           *       "mobile": "0086139****1234",
           *       "role": "member",
           *       "status": "enabled"
           *     }
           */
          'application/json': components['schemas']['User'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'users.delete': {
    parameters: {
      query?: {
        /** @description Repeats the id of what is deleted. This cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The user. */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a user with all their files */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputConfirmationIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'users.change': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The user. */
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "departmentId": "1350315892258750833"
         *     }
         */
        'application/json': components['schemas']['ChangeUserBody'];
      };
    };
    responses: {
      /** @description Change a user's department, role or state */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1340397772856332929",
           *       "organizationUserId": "100868354257436003",
           *       "name": "User 6003",
           *       "departmentId": "1350315892258750833",
           *       "departmentName": "made d 9ky 33",
           *       "mobile": "0086139****0000",
           *       "role": "member",
           *       "status": "not-activated"
           *     }
           */
          'application/json': components['schemas']['User'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'users.mobile': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The user. */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the mobile number of a user */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "mobile": "008613910000000"
           *     }
           */
          'application/json': components['schemas']['UserMobile'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'organization.raiseUserLimit': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "organizationId": "9190086000001210958"
         *     }
         */
        'application/json': components['schemas']['RaiseUserLimitBody'];
      };
    };
    responses: {
      /** @description Request a higher user limit */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'groups.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, ownerId, iconUrl, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Only groups of this kind. `group`: has its own space; `user-group`: only a list of users (inferred). */
        kind?: 'group' | 'user-group';
        /** @description Text to search for in names. */
        q?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the groups you are in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1320279092268104961",
           *           "kind": "group",
           *           "name": "Launch 发布",
           *           "ownerId": "1316083732377070977",
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['GroupPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'groups.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "made g 9ky 36",
         *       "kind": "user-group"
         *     }
         */
        'application/json': components['schemas']['CreateGroupBody'];
      };
    };
    responses: {
      /** @description Create a group */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1397053078438441362",
           *       "kind": "user-group",
           *       "name": "made g 9ky 36",
           *       "ownerId": "369528171409614001",
           *       "createdAt": "2026-12-01T00:04:46.877Z",
           *       "modifiedAt": "2026-12-01T00:04:46.877Z"
           *     }
           */
          'application/json': components['schemas']['Group'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'groups.read': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, ownerId, iconUrl, createdAt, modifiedAt. */
        fields?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The group. */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a group */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1320279092268104961",
           *       "kind": "group",
           *       "name": "Launch 发布",
           *       "ownerId": "1316083732377070977",
           *       "createdAt": "2025-03-03T08:00:00.000Z",
           *       "modifiedAt": "2025-03-03T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Group'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'groups.delete': {
    parameters: {
      query?: {
        /** @description Repeats the id of what is deleted. This cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The group. */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a group */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputConfirmationIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'groups.change': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The group. */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "pinned": true
         *     }
         */
        'application/json': components['schemas']['ChangeGroupBody'];
      };
    };
    responses: {
      /** @description Rename a group, change its picture or pin it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1320279092268104977",
           *       "kind": "group",
           *       "name": "Reading Room",
           *       "ownerId": "1316083732377071108",
           *       "createdAt": "2025-03-03T08:00:00.000Z",
           *       "modifiedAt": "2026-12-01T00:04:49.245Z"
           *     }
           */
          'application/json': components['schemas']['Group'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'groupmembers.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, name, departmentId, departmentName, mobile, role, pinned, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Text to search for in names. */
        q?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The group. */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the members of a group */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1316083732377070977",
           *           "name": "Jonas Weber",
           *           "departmentId": "1289173668999530433",
           *           "departmentName": "Platform",
           *           "mobile": "0086139****1234",
           *           "role": "owner",
           *           "pinned": false,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         },
           *         {
           *           "id": "1316083732377071043",
           *           "name": "Amara Okafor",
           *           "departmentId": "1289173668999530369",
           *           "departmentName": "Engineering",
           *           "mobile": "0086139****2468",
           *           "role": "member",
           *           "pinned": false,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null,
           *       "total": 4
           *     }
           */
          'application/json': components['schemas']['GroupMemberPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'groupmembers.add': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The group. */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "userIds": [
         *         "1316083732377071043",
         *         "1316083732377071391"
         *       ]
         *     }
         */
        'application/json': components['schemas']['AddGroupMembersBody'];
      };
    };
    responses: {
      /** @description Add members to a group */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1316083732377071043",
           *           "status": "done"
           *         },
           *         {
           *           "id": "1316083732377071391",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'groupmembers.remove': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The group. */
        groupId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "userIds": [
         *         "1316083732377071043"
         *       ]
         *     }
         */
        'application/json': components['schemas']['RemoveGroupMembersBody'];
      };
    };
    responses: {
      /** @description Remove members from a group */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1316083732377071043",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'groupmembers.change': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The group. */
        groupId: string;
        /** @description The member: a user. */
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "role": "member"
         *     }
         */
        'application/json': components['schemas']['ChangeGroupMemberBody'];
      };
    };
    responses: {
      /** @description Change a member's role */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'usertasks.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, action, status, name, userId, upstreamCode, createdAt, startedAt, finishedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Only tasks with this action. */
        action?: 'hand-over-and-delete' | 'import';
        /** @description Only tasks in this state. */
        status?: 'waiting' | 'running' | 'succeeded' | 'failed';
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List tasks about users */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1304775217253306593",
           *           "action": "import",
           *           "status": "succeeded",
           *           "name": "Import",
           *           "userId": "369528171409614001",
           *           "createdAt": "2025-03-03T09:30:00.000Z",
           *           "startedAt": "2025-03-03T09:31:00.000Z",
           *           "finishedAt": "2025-03-03T09:32:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['UserTaskPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'usertasks.start': {
    parameters: {
      query?: {
        /** @description Repeats the id of what is deleted. This cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "action": "hand-over-and-delete",
         *       "userId": "1316083732377071455",
         *       "receiverId": "1316083732377071391"
         *     }
         */
        'application/json': components['schemas']['StartUserTaskBody'];
      };
    };
    responses: {
      /** @description Start a task: transfer the files of a user and delete the user, or import users */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1324986743191161296",
           *       "action": "hand-over-and-delete",
           *       "status": "waiting",
           *       "name": "Hand over 陈伟",
           *       "userId": "369528171409614001"
           *     }
           */
          'application/json': components['schemas']['UserTask'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputConfirmationIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'usertasks.read': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The task. */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a task about users */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1304775217253306593",
           *       "action": "import",
           *       "status": "succeeded",
           *       "name": "Import",
           *       "userId": "369528171409614001"
           *     }
           */
          'application/json': components['schemas']['UserTask'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'usertasks.result': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The task. */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the result of an import */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "importedCount": 7,
           *       "failedCount": 1,
           *       "failures": [
           *         {
           *           "name": "row 8",
           *           "reason": "The department does not exist."
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ImportResult'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'receiver.read': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The user whose files are or were transferred. */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the recipient of the files of a user */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "369528171409614001",
           *       "name": "Mei Lin"
           *     }
           */
          'application/json': components['schemas']['OwnershipTransferRecipient'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissiontemplates.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, name, description, kind, status, organizationId, capabilities, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'createdAt' | '-createdAt';
        /** @description Only templates of this kind. */
        kind?: 'preset' | 'custom';
        /** @description Only templates in this state. */
        status?: 'enabled' | 'disabled';
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List permission templates */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1243693141656108004",
           *           "name": "Download",
           *           "description": "Download",
           *           "kind": "preset",
           *           "status": "enabled",
           *           "organizationId": "9190086000001210958",
           *           "capabilities": [
           *             "list",
           *             "preview"
           *           ],
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         },
           *         {
           *           "id": "1243693141656108003",
           *           "name": "Upload",
           *           "description": "Upload",
           *           "kind": "preset",
           *           "status": "enabled",
           *           "organizationId": "9190086000001210958",
           *           "capabilities": [
           *             "list",
           *             "upload"
           *           ],
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['PermissionTemplatePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissiontemplates.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "made t 9ky 39",
         *       "capabilities": [
         *         "download",
         *         "rename"
         *       ]
         *     }
         */
        'application/json': components['schemas']['CreateTemplateBody'];
      };
    };
    responses: {
      /** @description Create a permission template */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1306338124705684875",
           *       "name": "made t 9ky 39",
           *       "kind": "custom",
           *       "status": "enabled",
           *       "organizationId": "9190086000001210958",
           *       "capabilities": [
           *         "download",
           *         "upload"
           *       ],
           *       "createdAt": "2026-12-01T00:04:47.387Z",
           *       "modifiedAt": "2026-12-01T00:04:47.387Z"
           *     }
           */
          'application/json': components['schemas']['PermissionTemplate'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyTemplateUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissiontemplates.deleteMany': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "ids": [
         *         "1306338124705684875"
         *       ]
         *     }
         */
        'application/json': components['schemas']['TemplateIdsBody'];
      };
    };
    responses: {
      /** @description Delete permission templates */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1306338124705684875",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyTemplateUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissiontemplates.read': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, name, description, kind, status, organizationId, capabilities, createdAt, modifiedAt. */
        fields?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The template. */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a permission template */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1243693141656108003",
           *       "name": "Upload",
           *       "description": "Upload",
           *       "kind": "preset",
           *       "status": "enabled",
           *       "organizationId": "9190086000001210958",
           *       "capabilities": [
           *         "list",
           *         "upload"
           *       ],
           *       "createdAt": "2025-03-03T08:00:00.000Z",
           *       "modifiedAt": "2025-03-03T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['PermissionTemplate'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissiontemplates.delete': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The template. */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Delete a permission template */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyTemplateUpstream'];
      412: components['responses']['Problem412Precondition'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissiontemplates.change': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The template. */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "status": "enabled"
         *     }
         */
        'application/json': components['schemas']['ChangeTemplateBody'];
      };
    };
    responses: {
      /** @description Change, enable or disable a permission template */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1315319772879421843",
           *       "name": "made t 9ky 41",
           *       "kind": "custom",
           *       "status": "enabled",
           *       "organizationId": "9190086000001210958",
           *       "capabilities": [
           *         "list"
           *       ],
           *       "createdAt": "2026-12-01T00:04:47.504Z",
           *       "modifiedAt": "2026-12-01T00:04:47.536Z"
           *     }
           */
          'application/json': components['schemas']['PermissionTemplate'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyTemplateUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissiontemplates.usage': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The template. */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Check whether a permission template is in use */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "inUse": false
           *     }
           */
          'application/json': components['schemas']['TemplateUsage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissions.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: userId, userName, mobile, departmentId, departmentName, groupRole, templateId, templateName, capabilities. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Only members with this template. */
        templateId?: string;
        /** @description Text to search for in names. */
        q?: string;
        /** @description List the permissions on this file instead of those in the space. */
        fileId?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space of a department or group. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the permissions in a team space or on one of its files */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "userId": "1316083732377071108",
           *           "userName": "王芳",
           *           "mobile": "0086139****3702",
           *           "departmentId": "1289173650183882753",
           *           "departmentName": "Sales 销售部",
           *           "groupRole": "owner",
           *           "templateId": "1243693141656108001",
           *           "templateName": "Manage",
           *           "capabilities": [
           *             "list",
           *             "preview"
           *           ]
           *         },
           *         {
           *           "userId": "1316083732377070977",
           *           "userName": "Jonas Weber",
           *           "mobile": "0086139****1234",
           *           "departmentId": "1289173668999530433",
           *           "departmentName": "Platform",
           *           "groupRole": "member",
           *           "templateId": "1243693141656108001",
           *           "templateName": "Manage",
           *           "capabilities": [
           *             "list",
           *             "preview"
           *           ]
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['PermissionPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissions.grant': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The space of a department or group. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "grants": [
         *         {
         *           "userId": "369528171409614001",
         *           "capabilities": [
         *             "list",
         *             "move"
         *           ]
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['GrantPermissionsBody'];
      };
    };
    responses: {
      /** @description Grant permissions in a team space or on one of its files */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "369528171409614001",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BulkResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissions.readDefault': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space of a department or group. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the default permission of new members of a team space */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "templateId": "1243693141656108001",
           *       "templateName": "Manage",
           *       "capabilities": [
           *         "list",
           *         "preview"
           *       ]
           *     }
           */
          'application/json': components['schemas']['DefaultPermission'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'permissions.setDefault': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The space of a department or group. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "capabilities": [
         *         "rename",
         *         "move"
         *       ]
         *     }
         */
        'application/json': components['schemas']['SetDefaultPermissionBody'];
      };
    };
    responses: {
      /** @description Set the default permission of new members of a team space */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "capabilities": [
           *         "rename",
           *         "move"
           *       ]
           *     }
           */
          'application/json': components['schemas']['DefaultPermission'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'quota.read': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read how the purchased storage is divided, allocated and used */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "capacity": 10995116277760,
           *       "allocated": 425201762304,
           *       "reserved": 0,
           *       "used": 47104,
           *       "kinds": [
           *         {
           *           "kind": "department",
           *           "capacity": 6597069766656,
           *           "allocated": 322122547200,
           *           "used": 12288
           *         },
           *         {
           *           "kind": "individual",
           *           "capacity": 2199023255552,
           *           "allocated": 81604378624,
           *           "used": 29696
           *         }
           *       ],
           *       "users": {
           *         "count": 7,
           *         "most": 100
           *       }
           *     }
           */
          'application/json': components['schemas']['Quota'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'quota.usage': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the total usage of all individual spaces */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "spaces": 8,
           *       "capacity": 81604378624,
           *       "used": 34816
           *     }
           */
          'application/json': components['schemas']['StorageUsage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'quota.sizeClasses': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: spaces, capacity, used, size. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the usage of individual spaces by space size */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "spaces": 1,
           *           "capacity": 1073741824,
           *           "used": 4096,
           *           "size": 1073741824
           *         },
           *         {
           *           "spaces": 1,
           *           "capacity": 5368709120,
           *           "used": 1024,
           *           "size": 5368709120
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['SizeClassUsagePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'quota.users': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: userId, capacity, used, createdAt, validFrom, validUntil. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Only these users. Without it: all users. */
        userIds?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the quotas of users */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "userId": "369528171409614001",
           *           "capacity": 21474836480,
           *           "used": 9216,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "validFrom": "2025-03-03T08:00:00.000Z",
           *           "validUntil": "2035-03-03T08:00:00.000Z"
           *         },
           *         {
           *           "userId": "1316083732377070977",
           *           "capacity": 10737418240,
           *           "used": 4096,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "validFrom": "2025-03-03T08:00:00.000Z",
           *           "validUntil": "2035-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['UserUsagePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'quota.transfer': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "from": "department",
         *       "to": [
         *         {
         *           "kind": "group",
         *           "size": 10737418240
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['TransferStorageBody'];
      };
    };
    responses: {
      /** @description Move unallocated storage from one kind of space to others */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'service.subscription': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the subscription of the organization */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "state": "active",
           *       "edition": "1",
           *       "userLimit": 100,
           *       "capacity": {
           *         "total": 10995116277760,
           *         "department": 6597069766656,
           *         "individual": 2199023255552,
           *         "group": 2199023255552
           *       },
           *       "organization": {
           *         "id": "9190086000001210958",
           *         "name": "Lakeside Works",
           *         "tenantId": "40086000004871666",
           *         "rootDepartmentId": "1243693141656107521"
           *       },
           *       "features": {
           *         "ai": false,
           *         "onlineEditing": false,
           *         "manualReview": false,
           *         "publicSharing": false
           *       }
           *     }
           */
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'service.packageRetention': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read for how many days packaged archives are stored */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "days": 7
           *     }
           */
          'application/json': components['schemas']['PackageRetention'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'service.setPackageRetention': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "days": 3
         *     }
         */
        'application/json': components['schemas']['PackageRetention'];
      };
    };
    responses: {
      /** @description Set for how many days packaged archives are stored */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "days": 3
           *     }
           */
          'application/json': components['schemas']['PackageRetention'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'service.jsSdk': {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the data that a page needs to load the OrgID JsSdk */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "scriptUrl": "https://orgid.invalid/jssdk/jssdk.umd.js",
           *       "fallbackScriptUrl": "https://orgid-2.invalid/jssdk/jssdk.umd.js",
           *       "pageToken": "6ed069468b2f5ea27956e63bf81e564f1ce3bc92101fa88780ba4611d97ddd96",
           *       "pageTokenKey": "1796083490633",
           *       "transactionId": "1796083490633",
           *       "configuration": "{\"sdk_auth_code\":\"f7f65349aef03acaa3237918312811b31a86498d\",\"organization_source\":\"HUAWEI_ID\"}"
           *     }
           */
          'application/json': components['schemas']['JsSdk'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'service.auditLog': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, at, operatorName, operatorId, operation, resource, outcome, address, message. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'at' | '-at';
        /** @description Not before this time. */
        from?: string;
        /** @description Not after this time. */
        to?: string;
        /** @description The name of the user who did it. */
        operator?: string;
        /** @description Only these operations, with the names that entries have. */
        operations?: string;
        /** @description All operations except these. */
        excludedOperations?: string;
        /** @description Inferred: the values of the upstream are not documented. */
        outcome?: 'done' | 'failed';
        /** @description The network address of the request. */
        address?: string;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Search KooDrive's audit log */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "1348541771305709818",
           *           "at": "2026-12-01T00:04:41.953Z",
           *           "operatorName": "Mei Lin",
           *           "operatorId": "369528171409614001",
           *           "operation": "createTask",
           *           "outcome": "done",
           *           "address": "127.0.0.1",
           *           "message": "success"
           *         },
           *         {
           *           "id": "1321355216280732736",
           *           "at": "2026-12-01T00:04:41.296Z",
           *           "operatorName": "Mei Lin",
           *           "operatorId": "369528171409614001",
           *           "operation": "createSyncDir",
           *           "resource": "in step 9ky 8",
           *           "outcome": "done",
           *           "address": "127.0.0.1",
           *           "message": "success"
           *         }
           *       ],
           *       "nextCursor": null,
           *       "total": 25
           *     }
           */
          'application/json': components['schemas']['AuditLogEntryPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'batch.execute': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "requests": [
         *         {
         *           "id": "me",
         *           "path": "/v1/me"
         *         },
         *         {
         *           "id": "spaces",
         *           "path": "/v1/spaces?limit=2"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['BatchBody'];
      };
    };
    responses: {
      /** @description Make up to 50 reads in one round trip */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "responses": [
           *         {
           *           "id": "me",
           *           "status": 200,
           *           "headers": {
           *             "etag": "\"w0LlkwqAGyH485_IGbE1WUV-r8R\"",
           *             "cache-status": "koodrive-gateway; fwd=uri-miss; stored"
           *           },
           *           "body": {
           *             "profile": {
           *               "id": "369528171409614001",
           *               "name": "Mei Lin",
           *               "departmentId": "1243693141656107521",
           *               "departmentName": "Lakeside Works",
           *               "role": "system-administrator"
           *             },
           *             "spaces": [
           *               {
           *                 "id": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *                 "kind": "individual",
           *                 "ownerId": "369528171409614001",
           *                 "status": "active",
           *                 "capacity": 21474836480,
           *                 "used": 15360,
           *                 "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
           *               },
           *               {
           *                 "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *                 "kind": "group",
           *                 "name": "Launch 发布",
           *                 "ownerId": "1320279092268104961",
           *                 "status": "active",
           *                 "capacity": 10737418240,
           *                 "used": 5120,
           *                 "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *                 "memberCount": 4,
           *                 "createdAt": "2025-03-03T08:00:00.000Z",
           *                 "modifiedAt": "2025-03-03T08:00:00.000Z"
           *               }
           *             ],
           *             "quota": {
           *               "capacity": 21474836480,
           *               "used": 15360
           *             },
           *             "unreadCount": 0,
           *             "failed": []
           *           }
           *         },
           *         {
           *           "id": "spaces",
           *           "status": 200,
           *           "headers": {
           *             "etag": "\"9ezhAVcVwuakDD2sZkLfLd-pjzK\"",
           *             "cache-status": "koodrive-gateway; fwd=uri-miss; stored"
           *           },
           *           "body": {
           *             "items": [
           *               {
           *                 "id": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *                 "kind": "individual",
           *                 "ownerId": "369528171409614001",
           *                 "status": "active",
           *                 "capacity": 21474836480,
           *                 "used": 15360,
           *                 "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
           *               },
           *               {
           *                 "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *                 "kind": "group",
           *                 "name": "Launch 发布",
           *                 "ownerId": "1320279092268104961",
           *                 "status": "active",
           *                 "capacity": 10737418240,
           *                 "used": 5120,
           *                 "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *                 "memberCount": 4,
           *                 "createdAt": "2025-03-03T08:00:00.000Z",
           *                 "modifiedAt": "2025-03-03T08:00:00.000Z"
           *               }
           *             ],
           *             "nextCursor": null
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResponse'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'publiclinks.read': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, code, status, unlocked, sharedBy, createdAt, expiresAt. */
        fields?: string;
      };
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a public link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1361712382595106974",
           *       "code": "1398221719574031031",
           *       "status": "active",
           *       "unlocked": false,
           *       "sharedBy": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "createdAt": "2026-12-01T00:04:42.714Z",
           *       "expiresAt": "2026-12-08T00:04:42.714Z"
           *     }
           */
          'application/json': components['schemas']['ShareLink'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'publiclinks.unlock': {
    parameters: {
      query?: never;
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "extractCode": "a1B2c3D4"
         *     }
         */
        'application/json': components['schemas']['UnlockLinkBody'];
      };
    };
    responses: {
      /** @description Unlock a public link with its access code */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1358764184380054016",
           *       "code": "1306484921272281766",
           *       "status": "active",
           *       "unlocked": true,
           *       "sharedBy": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "createdAt": "2026-12-01T00:04:48.355Z",
           *       "expiresAt": "2026-12-08T00:04:48.355Z"
           *     }
           */
          'application/json': components['schemas']['ShareLink'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'publiclinks.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: id, kind, name, mediaType, size, spaceId, parentId, modifiedAt. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'name' | '-name' | 'size' | '-size' | 'modifiedAt' | '-modifiedAt';
        /** @description The folder to list. Without it: the top folder of the share. */
        parent?: string;
        /** @description Text to search for in names. */
        q?: string;
      };
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the files behind a public link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "FWYi7GkK3BfXOu1yRNIWPM7XrY_m6JBcg",
           *           "kind": "folder",
           *           "name": "图片",
           *           "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "parentId": "FCxZQWovyrV69S8IXif6KuZL0ebyvrri7",
           *           "modifiedAt": "2025-03-03T08:07:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['SharedFilePage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'publiclinks.download': {
    parameters: {
      query?: {
        /** @description Respond with 302 to a pre-signed URL of the object store instead of the bytes. */
        redirect?: boolean;
      };
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description One range of bytes. */
        Range?: string;
        /** @description A strong ETag. If the content has another one now, or for a date, the response has all bytes. */
        'If-Range'?: string;
        /** @description The ETag of the content that you have: 304 while it is still current. */
        'If-None-Match'?: string;
        /** @description The ETag of the content. If the content has another one now: 412. */
        'If-Match'?: string;
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
        /** @description A file of the share. */
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Download a file behind a public link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The requested range. */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Location has the URL of the bytes. */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The content that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      412: components['responses']['Problem412Precondition'];
      416: components['responses']['Problem416Range'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'publiclinks.start': {
    parameters: {
      query?: never;
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "fileIds": [
         *         "FU8E-TT6Juwav798J5S9-NJja2I59atDT"
         *       ],
         *       "name": "packed"
         *     }
         */
        'application/json': components['schemas']['PackageLinkBody'];
      };
    };
    responses: {
      /** @description Package files behind a public link */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1318693246246797254",
           *       "code": "1341435265154617883",
           *       "action": "package",
           *       "status": "waiting",
           *       "progress": 0,
           *       "createdAt": "2026-12-01T00:04:48.000Z",
           *       "entries": [
           *         {
           *           "id": "FU8E-TT6Juwav798J5S9-NJja2I59atDT",
           *           "status": "waiting"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['LinkJob'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'publiclinks.job': {
    parameters: {
      query?: never;
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
        /** @description The job. */
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read a job on files behind a public link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1301240100619865824",
           *       "code": "1345096575244034064",
           *       "action": "package",
           *       "status": "running",
           *       "progress": 99,
           *       "createdAt": "2026-12-01T00:04:43.000Z",
           *       "startedAt": "2026-12-01T00:04:43.000Z",
           *       "entries": [
           *         {
           *           "id": "F-N5cehOr2ieEfuSuwRaB_ocQvi2kxbdb",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['LinkJob'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'publiclinks.jobEvents': {
    parameters: {
      query?: never;
      header?: {
        /** @description For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor. */
        'X-Visitor'?: string;
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The code at the end of the link. */
        code: string;
        /** @description The job. */
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Follow a job on files behind a link as server-sent events */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'reviews.list': {
    parameters: {
      query?: {
        /** @description Return only these fields, separated by commas: sha256, size, verdict, detail, reviewer, url. */
        fields?: string;
        /** @description Entries of a page, at most. */
        limit?: number;
        /** @description `nextCursor` of the previous page. */
        cursor?: string;
        /** @description true adds the URLs of the bytes. */
        withUrls?: boolean;
      };
      header?: {
        /** @description The ETag of a response that you have: 304 while it is still current. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List contents that a review found sensitive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "sha256": "d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9",
           *           "size": 11239,
           *           "verdict": "high-sensitivity",
           *           "detail": "{\"label\":\"example\"}",
           *           "reviewer": "machine"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['ReviewPage'];
        };
      };
      /** @description The response that you have is current. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504Upstream'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'reviews.set': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description Repeating a request with the same key returns the first response again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
        /** @description The ETag of the GET of this path without query. Where it is no longer current: 412, and nothing is done. KooDrive has no conditional writes: a change in the milliseconds between this check and the write is not seen. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reviews": [
         *         {
         *           "sha256": "d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9",
         *           "size": 11239,
         *           "verdict": "high-sensitivity"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['SetReviewsBody'];
      };
    };
    responses: {
      /** @description Save the results of reviews */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      412: components['responses']['Problem412Precondition'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputIdempotencyUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerIdempotencyUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
  'reviews.find': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for. Requires the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds that you wait, 0.05 to 300; decimals are allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "contents": [
         *         {
         *           "sha256": "d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9",
         *           "size": 11239
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['FindReviewsBody'];
      };
    };
    responses: {
      /** @description Read the reviews of contents by SHA-256 and size */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "sha256": "d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9",
           *           "size": 11239,
           *           "verdict": "high-sensitivity",
           *           "reviewer": "person"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ReviewList'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
      413: components['responses']['Problem413Body'];
      415: components['responses']['Problem415Body'];
      422: components['responses']['Problem422InputUpstream'];
      429: components['responses']['Problem429Limit'];
      502: components['responses']['Problem502Upstream'];
      503: components['responses']['Problem503CallerUpstream'];
      504: components['responses']['Problem504UpstreamOutcome'];
      default: components['responses']['ProblemAnywhere'];
    };
  };
}
