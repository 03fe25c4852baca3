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
     * Whether the process works
     * @description Takes no credential.
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
     * Whether this instance should get traffic
     * @description 503 while it starts and while it drains. Redis or KooDrive away is told, and no reason to leave. Takes no credential.
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
     * @description Takes no credential.
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
     * Sign in: lead the browser here
     * @description Redirects to KooDrive's identity provider. A navigation, not a call of a script. Takes no credential.
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
     * Where the identity provider sends the browser back
     * @description Begins the session, and answers a page that leads on to `returnTo`. Takes no credential.
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
     * Who is signed in, since when, until when, with which scopes
     * @description For every signed-in browser, and nobody else.
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
     * Sign out, here and at KooDrive
     * @description Does nothing where nobody is signed in. With a session it needs X-CSRF and an allowed page. Takes no credential.
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
     * Sign in by OpenID Connect: lead the browser here
     * @description Redirects to the configured provider. A navigation, not a call of a script. Takes no credential.
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
     * Where the OpenID Connect provider sends the browser back
     * @description Begins the session, and answers a page that leads on to `returnTo`. Takes no credential.
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
     * Sign out at the OpenID Connect provider, too
     * @description Redirects there. Our own session is ended by `POST /auth/logout`, before. Takes no credential.
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
  '/v1/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List your sessions
     * @description For every signed-in browser, and nobody else.
     */
    get: operations['mysessions.list'];
    put?: never;
    post?: never;
    /**
     * End all your sessions
     * @description The one you call with, too. For every signed-in browser, and nobody else.
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
     * End one of your sessions
     * @description For every signed-in browser, and nobody else.
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
     * @description Each part may fail alone: `failed` then says which, and why. Needs the scope `me:read`. Kept for 10 s at most, and asked anew after a write through the gateway that changes it.
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
     * List the files you used lately
     * @description Newest first. Never kept: opening a file changes it. Needs the scope `files:read`.
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
     * List what others did that concerns you
     * @description Newest first; shares with you are what the upstream tells of. Needs the scope `files:read`. Kept for 10 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description Those marked last come first. Not every upstream tells the space of each. Needs the scope `files:read`. Kept for 10 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['favorites.list'];
    put?: never;
    /**
     * Mark files as favorites
     * @description Needs the scope `files:write`.
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
     * Take files from your favorites
     * @description Needs the scope `files:write`.
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
     * List the spaces you can reach
     * @description Individual spaces first, then those of departments and groups. Needs the scope `spaces:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['spaces.list'];
    put?: never;
    /**
     * Make a space for a user, a department or a new group
     * @description A department has one at most. A group space is made with its group, which you own; members who could not be added are `failed` in `members`. Needs the scope `admin:spaces`.
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
     * @description One result for each owner. Of a user with several individual spaces the upstream wants to know which: that owner fails here, and is answered by `GET /v1/users/{userId}/spaces`. Needs the scope `spaces:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description Needs the scope `spaces:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['spaces.read'];
    put?: never;
    post?: never;
    /**
     * Delete a space with all its files
     * @description One of a group takes the group along. Needs the scope `admin:spaces`.
     */
    delete: operations['spaces.delete'];
    options?: never;
    head?: never;
    /**
     * Resize, disable or enable a space
     * @description Of a user or a department: the upstream cannot change one of a group. Needs the scope `admin:spaces`.
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
     * @description Departments: those that you see. Groups: for system administrators. Users: for administrators of their department, and not for browser sessions, since the upstream wants the token of the app beside your name. Needs the scope `admin:spaces`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description For administrators. Read with the token of the app, which names you; a browser session asks with its own, and is told of one. Needs the scope `admin:spaces`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description Needs the scope `files:read`. Kept for 15 s at most, and asked anew after a write through the gateway that changes it.
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
     * Make a folder
     * @description Needs the scope `files:write`.
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
     * @description Needs the scope `files:read`. `expand=permissions` needs the scope `permissions:read` as well. Kept for 15 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['files.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Rename a file or folder
     * @description Needs the scope `files:write`.
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
     * Tell where a file is
     * @description Needs the scope `files:read`. Kept for 15 s at most, and asked anew after a write through the gateway that changes it.
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
     * Count what is below a folder
     * @description Needs the scope `files:read`. Kept for 15 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description Needs the scope `files:read`. Kept for 15 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description The bytes, or one range of them; always as an attachment. With `redirect=true` 302 to a pre-signed address. Needs the scope `files:read`.
     */
    get: operations['content.download'];
    /**
     * Upload a new version of a file
     * @description The body is the new content; Content-Length is needed. What was there stays as a version. Needs the scope `files:write`.
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
     * Get pre-signed addresses of files
     * @description One result for each file. An address opens its file to anybody for about an hour: hand it on with care. Needs the scope `files:read`.
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
     * @description The body is the file, whatever its Content-Type; Content-Length is needed. At most 200 GB. Needs the scope `files:write`.
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
     * Begin an upload that you carry out yourself
     * @description PUT each part to its address, one after another; then complete it. Needs the scope `files:write`.
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
     * Get addresses for more parts
     * @description Needs the scope `files:write`.
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
     * @description Needs the scope `files:write`.
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
     * @description Needs the scope `jobs:read`.
     */
    get: operations['jobs.list'];
    put?: never;
    /**
     * Copy, move, delete or restore files
     * @description Goes on after the answer: follow it at the address in Location, by reading or as events. Needs the scope `jobs:write`.
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
     * @description Needs the scope `jobs:read`.
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
     * @description Needs the scope `jobs:write`.
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
     * @description `progress` whenever something changed, `end` once it is over; the data is the job. Needs the scope `jobs:read`.
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
     * List what was deleted
     * @description Restore it by a job with `action: restore`. Never kept: emptying it goes on after its answer. Needs the scope `files:read`.
     */
    get: operations['recyclebin.list'];
    put?: never;
    post?: never;
    /**
     * Empty the recycle bin for good
     * @description Goes on after the answer. Needs `?confirm=` with the id of the space. Needs the scope `files:write`.
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
     * @description Needs the scope `messages:read`. Kept for 5 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['messages.list'];
    put?: never;
    post?: never;
    /**
     * Delete all your messages
     * @description Needs `?confirm=all`. Needs the scope `messages:write`.
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
     * @description Needs the scope `messages:read`. Kept for 5 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description Needs the scope `messages:write`.
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
     * @description Needs the scope `messages:write`.
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
     * @description Needs the scope `messages:write`.
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
     * List what is shared with you by name
     * @description What is for the whole organization is not listed; its link opens it. Needs the scope `shares:read`. Kept for 10 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description Needs the scope `shares:read`. Kept for 10 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description Needs the scope `shares:write`.
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
     * List what you share
     * @description Needs the scope `shares:read`. Kept for 10 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['shares.list'];
    put?: never;
    /**
     * Share files of a space
     * @description Selected receivers are told by a message. Others need the link: pass on its code or its address. Needs the scope `shares:write`.
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
     * Read a share of yours, with its access code and its receivers
     * @description Needs the scope `shares:read`. Kept for 10 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['shares.read'];
    put?: never;
    post?: never;
    /**
     * Cancel a share
     * @description Its link opens no more; the files stay. Needs the scope `shares:write`.
     */
    delete: operations['shares.cancel'];
    options?: never;
    head?: never;
    /**
     * Change a share
     * @description What is left out stays. A list of receivers replaces the one before. Needs the scope `shares:write`.
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
     * @description Needs the scope `shares:write`.
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
     * Open a link: what a visitor may know of it
     * @description Needs the scope `share-links:read`.
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
     * Give the access code of a link
     * @description It then opens to you for twenty minutes, or as long as KooDrive lets it. Needs the scope `share-links:read`.
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
     * @description The first look at the top counts as a view of the share. Needs the scope `share-links:read`.
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
     * @description As from a space: the bytes, a range of them, or with `redirect=true` a pre-signed address. Needs the scope `share-links:read`.
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
     * Save files behind a link into a space, or pack them
     * @description Goes on after the answer: follow it at the address in Location. Needs the scope `share-links:write`.
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
     * @description Needs the scope `share-links:read`.
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
     * @description `progress` whenever something changed, `end` once it is over; the data is the job. Needs the scope `share-links:read`.
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
     * @description The newest first. Needs the scope `files:read`. Kept for 15 s at most, and asked anew after a write through the gateway that changes it.
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
     * Read a version, with a pre-signed address of its bytes
     * @description Never kept: the address lapses. Needs the scope `files:read`.
     */
    get: operations['versions.read'];
    put?: never;
    post?: never;
    /**
     * Delete a version for good
     * @description Needs the scope `files:write`.
     */
    delete: operations['versions.delete'];
    options?: never;
    head?: never;
    /**
     * Say whether a version is kept for ever
     * @description Needs the scope `files:write`.
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
     * Make an old version the current one
     * @description Needs the scope `files:write`.
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
     * Look into an archive
     * @description A POST because it may carry a password, which belongs in no address; it changes nothing. Extract entries by a job with `action: extract`. Needs the scope `files:read`.
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
     * Open a folder for synchronisation
     * @description Needs the scope `files:write`.
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
     * End the synchronisation of a folder
     * @description The folder and its files stay. Needs the scope `files:write`.
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
     * Read what has changed below a sync folder
     * @description Needs the scope `files:read`.
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
     * @description The upstream gives a level whole: `limit` and `cursor` cut it here. Needs the scope `departments:read`. Kept for 60 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['departments.list'];
    put?: never;
    /**
     * Make a department
     * @description A team space comes with it. Needs the scope `admin:departments`.
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
     * Read the whole tree of departments
     * @description One upstream call for each department, eight side by side; kept for a minute and longer. Needs the scope `departments:read`. Kept for 60 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description Needs the scope `departments:read`. Kept for 60 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['departments.read'];
    put?: never;
    post?: never;
    /**
     * Delete a department
     * @description Its team space goes with it, and all files in there. Needs the scope `admin:departments`.
     */
    delete: operations['departments.delete'];
    options?: never;
    head?: never;
    /**
     * Rename or move a department
     * @description Needs the scope `admin:departments`.
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
     * @description Needs the scope `users:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['users.list'];
    put?: never;
    /**
     * Add a person of OrgID
     * @description They can sign in from then on, and count against the user limit. Needs the scope `admin:users`.
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
     * @description Needs the scope `users:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description For browser sessions only: the upstream takes no other credential. Imports nobody. Needs the scope `admin:users`.
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
     * @description Needs the scope `users:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['users.read'];
    put?: never;
    post?: never;
    /**
     * Delete a user with all their files
     * @description Only who is disabled or was never activated can go. To keep the files, hand them over first: see user-tasks. Needs the scope `admin:users`.
     */
    delete: operations['users.delete'];
    options?: never;
    head?: never;
    /**
     * Change a user's department, role or state
     * @description Needs the scope `admin:users`.
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
     * @description Whole or masked, as the upstream allows you. Never kept. Needs the scope `users:read`.
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
     * Ask for more users
     * @description For browser sessions only: the upstream takes no other credential. It documents no parameter for the new limit. Needs the scope `admin:users`.
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
     * @description Needs the scope `groups:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['groups.list'];
    put?: never;
    /**
     * Make a group
     * @description You own it. Needs the scope `admin:groups`.
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
     * @description Needs the scope `groups:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['groups.read'];
    put?: never;
    post?: never;
    /**
     * Delete a group
     * @description A group with a space takes the space and its files along (inferred). Needs the scope `admin:groups`.
     */
    delete: operations['groups.delete'];
    options?: never;
    head?: never;
    /**
     * Rename a group, change its picture, pin it
     * @description Needs the scope `admin:groups`.
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
     * @description Needs the scope `groups:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['groupmembers.list'];
    put?: never;
    /**
     * Add members to a group
     * @description Answers one result for each user; the upstream does not say why one fails. Needs the scope `admin:groups`.
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
     * @description Answers one result for each user; the upstream does not say why one fails. Needs the scope `admin:groups`.
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
     * @description Needs the scope `admin:groups`.
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
     * @description Needs the scope `user-tasks:read`.
     */
    get: operations['usertasks.list'];
    put?: never;
    /**
     * Hand over and delete a user, or import users
     * @description Goes on after the answer: read the task at the address in Location until it has succeeded or failed. To let a user go: disable them (PATCH /v1/users/{userId}), hand them over here with ?confirm=<userId>, follow the task. Needs the scope `admin:user-tasks`.
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
     * @description Needs the scope `user-tasks:read`.
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
     * Read what an import came to
     * @description Needs the scope `user-tasks:read`.
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
     * Tell who gets the files of a user handed over
     * @description Needs the scope `user-tasks:read`.
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
     * @description Needs the scope `permission-templates:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['permissiontemplates.list'];
    put?: never;
    /**
     * Make a permission template
     * @description For system administrators. Without `organizationId` a user must be named, for whom it is read. Needs the scope `admin:permission-templates`.
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
     * @description For system administrators. One result for each. Needs the scope `admin:permission-templates`.
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
     * @description Needs the scope `permission-templates:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['permissiontemplates.read'];
    put?: never;
    post?: never;
    /**
     * Delete a permission template
     * @description For system administrators. Needs the scope `admin:permission-templates`.
     */
    delete: operations['permissiontemplates.delete'];
    options?: never;
    head?: never;
    /**
     * Change, enable or disable a permission template
     * @description For system administrators. Needs the scope `admin:permission-templates`.
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
     * Tell whether a permission template is in use
     * @description Needs the scope `permission-templates:read`.
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
     * List who may do what in a team space, or with one file of it
     * @description Needs the scope `permissions:read`. Kept for 15 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['permissions.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Say what members of a team space may do in it, or with one file of it
     * @description All or none: a refusal is of the whole call. Needs the scope `admin:permissions`.
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
     * Read what new members of a team space begin with
     * @description Needs the scope `permissions:read`. Kept for 15 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['permissions.readDefault'];
    /**
     * Set what new members of a team space begin with
     * @description Needs the scope `admin:permissions`.
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
     * Read how the purchased storage is split, given out and used
     * @description Needs the scope `quota:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
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
     * Add up all individual spaces
     * @description For system administrators. Needs the scope `quota:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
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
     * Add up the individual spaces of each size
     * @description For system administrators. Needs the scope `quota:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
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
     * @description One entry for each individual space. Others than your own: for system administrators. Needs the scope `quota:read`. Kept for 30 s at most, and asked anew after a write through the gateway that changes it.
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
     * Move storage that is not given out from one kind of space to others
     * @description For system administrators. In multiples of 10 GB. Needs the scope `admin:quota`.
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
     * Read what the organization has subscribed to
     * @description Needs the scope `service:read`. Kept for 60 s at most, and asked anew after a write through the gateway that changes it.
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
     * Read for how many days archives of packed downloads are kept
     * @description Needs the scope `service:read`. Kept for 60 s at most, and asked anew after a write through the gateway that changes it.
     */
    get: operations['service.packageRetention'];
    /**
     * Set for how many days archives of packed downloads are kept
     * @description For system administrators. Needs the scope `admin:settings`.
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
     * Read what a page needs to load the OrgID JsSdk
     * @description For signed-in browsers: API keys meet `credential-unavailable`. Never kept: it holds a code that works once. Needs the scope `service:read`.
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
     * @description For system administrators. Never kept: every write adds to it. Needs the scope `admin:audit-log`.
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
     * @description Each read has its own status, and its own body or problem; one that fails leaves the others alone. Each needs the scope of its route, counts as a read of its own, and is answered from the cache like any other. Only GETs that answer JSON: no streams of events, no contents of files. `X-Request-Timeout` is the time of all of them together. For every caller, whatever their scopes.
     */
    post: operations['batch.answer'];
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
     * Open a public link: what a visitor may know of it
     * @description Needs the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
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
     * Give the access code of a public link
     * @description It then opens to you for twenty minutes, or as long as KooDrive lets it. Needs the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
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
     * @description The first look at the top counts as a view of the share. Needs the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
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
     * @description As from a space: the bytes, a range of them, or with `redirect=true` a pre-signed address. Needs the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
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
     * Pack files behind a public link
     * @description Goes on after the answer: follow it at the address in Location. Needs the scope `public-links:write`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
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
     * @description Needs the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
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
     * @description `progress` whenever something changed, `end` once it is over; the data is the job. Needs the scope `public-links:read`. Off unless PUBLIC_LINKS_AGENT_NAME is set.
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
     * List contents that were found sensitive
     * @description Needs the scope `admin:reviews`. Off unless REVIEWS is set.
     */
    get: operations['reviews.list'];
    /**
     * Say what was decided of contents
     * @description All or none: a refusal is of the whole call. Needs the scope `admin:reviews`. Off unless REVIEWS is set.
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
     * Read what was decided of contents, by SHA-256 and size
     * @description Needs the scope `admin:reviews`. Off unless REVIEWS is set.
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
    UpstreamRefusalDto: {
      /** @example renameFile */
      operation: string;
      /** @example 13000405 */
      code?: string;
    };
    InputErrorDto: {
      /**
       * @description JSON Pointer into the body (empty: all of it), or the name of a parameter.
       * @example /name
       */
      pointer: string;
      /** @example name must have 1 to 250 characters */
      message: string;
    };
    ProblemDto: {
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
      /** @description The path that was called. */
      instance?: string;
      /**
       * @description A stable word to decide by.
       * @example name-taken
       */
      code: string;
      /** @description Whether the same request may succeed later. */
      retryable: boolean;
      /** @description Names this request in the logs. */
      traceId?: string;
      upstream?: components['schemas']['UpstreamRefusalDto'];
      errors?: components['schemas']['InputErrorDto'][];
      /**
       * @description The write may or may not have happened.
       * @enum {string}
       */
      outcome?: 'unknown';
    };
    Health: {
      /** @enum {string} */
      status: 'ok' | 'degraded';
      /**
       * @description The shared store; `memory` where none is configured. Down: slower, and no new browser sessions.
       * @enum {string}
       */
      store?: 'up' | 'down' | 'memory';
    };
    SessionUser: {
      /** @example 1316083732377070977 */
      id: string;
      name?: string;
    };
    CurrentSessionDto: {
      /**
       * @description Names the session in the list of yours. It opens nothing.
       * @example F0000000000000000001
       */
      id: string;
      user: components['schemas']['SessionUser'];
      /**
       * @description How you signed in: by KooDrive's own flow, or elsewhere.
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
       * @description When it ends however much you use it.
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt: string;
      /**
       * Format: date-time
       * @description When it ends unless you use it. KooDrive may end its own earlier.
       * @example 2026-03-01T08:30:00.000Z
       */
      idleExpiresAt: string;
      /** @description What it may do. */
      scopes: string[];
    };
    MySession: {
      /**
       * @description Names the session; it opens nothing.
       * @example F0000000000000000001
       */
      id: string;
      /** @description Whether it is the one that this call came with. */
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
       * @description When it was last used, to the minute.
       * @example 2026-03-01T08:30:00.000Z
       */
      lastSeenAt: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      expiresAt: string;
      /** @description What the browser called itself. */
      userAgent?: string;
    };
    MySessionPage: {
      items: components['schemas']['MySession'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
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
      /** @description Of its department or group, where the upstream tells it; lists for administrators have the user’s. */
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
       * @description Bytes it may hold. The upstream counts in GB.
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description Bytes in use. The upstream counts in KB (inferred).
       * @example 52428800
       */
      used?: number;
      /**
       * @description The folder at its top.
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
      capacity: number;
      /**
       * Format: int64
       * @example 52428800
       */
      used: number;
    };
    FailedPart: {
      /** @enum {string} */
      part: 'profile' | 'organization' | 'spaces' | 'quota' | 'unreadCount';
      problem: components['schemas']['ProblemDto'];
    };
    Me: {
      profile?: components['schemas']['Profile'];
      /** @description Browser sessions that signed in at KooDrive only: the upstream tells nobody else. */
      organization?: components['schemas']['Organization'];
      /** @description The first 100 spaces you can reach. */
      spaces?: components['schemas']['Space'][];
      quota?: components['schemas']['MyQuota'];
      /** Format: int64 */
      unreadCount?: number;
      /** @description Empty when all went well. */
      failed: components['schemas']['FailedPart'][];
    };
    File: {
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
      /** @description Display name of who changed it last. */
      modifiedBy?: string;
      /** @description Whether it is among your favourites. */
      favorite?: boolean;
      /** @description Whether it is in the recycle bin. */
      recycled?: boolean;
      /** @description Path of names; searches only. */
      path?: string;
    };
    Collaboration: {
      /** @description Who did. */
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
      file: components['schemas']['File'];
      /**
       * @description What you did last.
       * @enum {string}
       */
      action?: 'viewed' | 'edited' | 'shared' | 'saved' | 'uploaded' | 'saved-from-share';
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      at?: string;
      /**
       * @description `space-unavailable`: the space is gone or disabled, or you may not see it any more.
       * @enum {string}
       */
      state: 'available' | 'file-deleted' | 'space-unavailable';
      /** @enum {string} */
      spaceKind?: 'individual' | 'department' | 'group';
      /** @description Of a department. */
      spaceName?: string;
      collaboration?: components['schemas']['Collaboration'];
    };
    RecentFilePage: {
      items: components['schemas']['RecentFile'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    RelatedEvent: {
      /**
       * @description Of a share: as in `/v1/shares/received/{shareId}`.
       * @example F0000000000000000001
       */
      id: string;
      /** @enum {string} */
      action?: 'shared';
      /** @description Name of who did. */
      by?: string;
      name?: string;
      files: components['schemas']['File'][];
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    FilePage: {
      items: components['schemas']['File'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    MarkedFile: {
      /**
       * @description The space it is in. Nothing in a group space can be a favorite.
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
      /** @description Each once. */
      files: components['schemas']['MarkedFile'][];
    };
    EntryResult: {
      /** @example F0000000000000000001 */
      id: string;
      /** @enum {string} */
      status: 'done' | 'failed';
      problem?: components['schemas']['ProblemDto'];
    };
    BatchResult: {
      items: components['schemas']['EntryResult'][];
    };
    SpacePage: {
      items: components['schemas']['Space'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
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
      /** @description Where it could be read. */
      spaces?: components['schemas']['Space'][];
      problem?: components['schemas']['ProblemDto'];
    };
    SpacesByOwner: {
      /** @description One for each owner, in the order asked for. */
      items: components['schemas']['OwnerResult'][];
    };
    FirstMember: {
      /**
       * @description The user.
       * @example 1316083732377070977
       */
      userId: string;
      /**
       * @description The permission template that says what they may do; or else `capabilities`.
       * @example 1316083732377070977
       */
      templateId?: string;
      /** @description What they may do, by no template; or else say `templateId`. */
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
    };
    CreateSpaceBody: {
      /** @enum {string} */
      kind: 'individual' | 'department' | 'group';
      /**
       * @description The user or department to own it. A group space comes with a group of its own: say `name` there.
       * @example 1289173668999530369
       */
      ownerId?: string;
      /**
       * @description Of a group space and its group; you own both.
       * @example Launch
       */
      name?: string;
      /**
       * Format: int64
       * @description Bytes, in whole GB. Needed but for groups, which get 10 GB without.
       * @example 10737418240
       */
      capacity?: number;
      /** @description What members of a department may do in it to begin with. */
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
      /** @description Address of a picture; group spaces only. */
      iconUrl?: string;
      /** @description Beside you; group spaces only. */
      members?: components['schemas']['FirstMember'][];
    };
    CreatedSpace: {
      /** @example IAADfsBFCO6WtAtuA9add2fea594e4e75b8feb8474ef236 */
      id: string;
      /** @enum {string} */
      kind: 'individual' | 'department' | 'group';
      /** @description Of its department or group, where the upstream tells it; lists for administrators have the user’s. */
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
       * @description Bytes it may hold. The upstream counts in GB.
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description Bytes in use. The upstream counts in KB (inferred).
       * @example 52428800
       */
      used?: number;
      /**
       * @description The folder at its top.
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
      /** @description What became of each member asked for: the upstream does not say why one fails. */
      members?: components['schemas']['EntryResult'][];
    };
    ChangeSpaceBody: {
      /**
       * Format: int64
       * @description Bytes, in whole GB; not below what is in use.
       * @example 10737418240
       */
      capacity?: number;
      /**
       * @description Nobody reaches the files of a disabled space.
       * @enum {string}
       */
      status?: 'active' | 'disabled';
    };
    CreateFolderBody: {
      /** @example Contracts */
      name: string;
      /**
       * @description The folder to make it in; `root` is the top of the space.
       * @default root
       * @example F0000000000000000001
       */
      parentId?: string;
      description?: string;
      /**
       * @description What to do when the name is taken: refuse with name-taken, or let the upstream append a timestamp.
       * @default refuse
       * @enum {string}
       */
      onConflict?: 'refuse' | 'rename';
    };
    Permission: {
      /** @example 1316083732377070977 */
      userId: string;
      userName?: string;
      /** @description Mobile number, as the upstream shows it. */
      mobile?: string;
      /** @example F0000000000000000001 */
      departmentId?: string;
      departmentName?: string;
      /**
       * @description In the group, for spaces of groups (the numbers are inferred).
       * @enum {string}
       */
      groupRole?: 'owner' | 'administrator' | 'member';
      /**
       * @description The template; absent where the capabilities are of no template.
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    FilePath: {
      /**
       * @description Names, joined by slashes.
       * @example /Contracts/Report 2026.pdf
       */
      path: string;
      /** @description Ids from the top of the space down to the file. */
      ids: string[];
    };
    Version: {
      /** @example 1320279092268104960.1320279092268104961 */
      id: string;
      /**
       * Format: int64
       * @description Grows with each version.
       */
      number?: number;
      /** @description Whether it is the version that a download gives. */
      current: boolean;
      /** @description False: the upstream may clear it away. */
      keepForever: boolean;
      /**
       * @description Why it exists.
       * @enum {string}
       */
      reason?: 'created' | 'restored';
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      createdAt?: string;
      /** @description Who made it, as the upstream names them. */
      createdBy?: string;
      /**
       * Format: date-time
       * @example 2026-03-01T08:30:00.000Z
       */
      modifiedAt?: string;
      /** @description Pre-signed address of its bytes; only where one version is read. */
      url?: string;
    };
    VersionPage: {
      items: components['schemas']['Version'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    FailedExpansion: {
      /** @example versions */
      part: string;
      problem: components['schemas']['ProblemDto'];
    };
    ExpandedFileParts: {
      /** @description Who may do what with it; team spaces only. */
      permissions?: components['schemas']['PermissionPage'];
      path?: components['schemas']['FilePath'];
      /** @description The newest first. */
      versions?: components['schemas']['VersionPage'];
      /** @description Empty when all went well. */
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
      /** @description Display name of who changed it last. */
      modifiedBy?: string;
      /** @description Whether it is among your favourites. */
      favorite?: boolean;
      /** @description Whether it is in the recycle bin. */
      recycled?: boolean;
      /** @description Path of names; searches only. */
      path?: string;
      /** @description With `expand` only. */
      expanded?: components['schemas']['ExpandedFileParts'];
    };
    RenameFileBody: {
      /** @example Contracts 2026 */
      name: string;
      /**
       * @description What to do when the name is taken.
       * @default refuse
       * @enum {string}
       */
      onConflict?: 'refuse' | 'rename';
    };
    FolderStats: {
      /**
       * Format: int64
       * @description Bytes of all files below.
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
      /** @description Files; folders have no link. */
      fileIds: string[];
    };
    DownloadLink: {
      /** @example F0000000000000000001 */
      id: string;
      /** @enum {string} */
      status: 'done' | 'failed';
      /** @description Pre-signed address of the object store. Send no credential there. */
      url?: string;
      name?: string;
      problem?: components['schemas']['ProblemDto'];
    };
    DownloadLinks: {
      items: components['schemas']['DownloadLink'][];
    };
    StartUploadBody: {
      /** @example Report 2026.pdf */
      name: string;
      /**
       * @description The folder to put it into.
       * @default root
       * @example F0000000000000000001
       */
      parentId?: string;
      /**
       * Format: int64
       * @description Length of the whole file in bytes, at most 200 GB.
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
       * @description Exact length; 5 MiB to 5 GiB, the last part may be smaller.
       */
      size: number;
      /** @description Pre-signed address of the object store. */
      url: string;
    };
    Upload: {
      /** @example F0000000000000000001 */
      id: string;
      /** @description The name it will have; another than asked for where that was taken. */
      name: string;
      /**
       * Format: int64
       * @description Length of each part but the last.
       * @example 52428800
       */
      partSize: number;
      /** Format: int64 */
      partCount: number;
      /** @description The first parts; ask for the addresses of the others when they are needed. */
      parts: components['schemas']['UploadPart'][];
      /**
       * Format: date-time
       * @description When these addresses lapse.
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
       * @description Exact length; 5 MiB to 5 GiB, the last part may be smaller.
       */
      size: number;
    };
    UploadPartsBody: {
      /** @description Parts to get addresses for. */
      parts: components['schemas']['PartSize'][];
    };
    UploadParts: {
      items: components['schemas']['UploadPart'][];
    };
    CompleteUploadBody: {
      /** @description SHA-256 of the whole file, hexadecimal; checked when given. */
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
       * @description The file after the job: a copy has an id of its own.
       * @example F0000000000000000001
       */
      newId?: string;
      /** @description Why it failed. */
      problem?: components['schemas']['ProblemDto'];
    };
    Job: {
      /** @example 1320279189273965056 */
      id: string;
      /** @enum {string} */
      action: 'copy' | 'move' | 'delete' | 'restore' | 'extract' | 'package' | 'empty-recycle-bin';
      /** @enum {string} */
      status: 'waiting' | 'running' | 'completed' | 'cancelled';
      /**
       * @description Once it is completed.
       * @enum {string}
       */
      result?: 'succeeded' | 'partly-failed' | 'failed';
      /**
       * Format: int64
       * @description Per cent done, where it can be told.
       */
      progress?: number;
      /**
       * Format: int64
       * @description Files and folders asked for.
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
      /** @description package: pre-signed address of the archive, once it is completed. */
      url?: string;
      /** @description One for each file; left out in lists. */
      entries?: components['schemas']['JobEntry'][];
    };
    JobPage: {
      items: components['schemas']['Job'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
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
       * @description copy, move and extract: the space to put them into; the same when left out.
       * @example F0000000000000000001
       */
      targetSpaceId?: string;
      /**
       * @description copy, move and extract: the folder to put them into.
       * @default root
       * @example F0000000000000000001
       */
      targetFolderId?: string;
      /**
       * @description delete: for good, past the recycle bin.
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
      /** @description As the upstream gives it; its form is not documented. */
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    UnreadCount: {
      /** Format: int64 */
      count: number;
    };
    MessageIdsBody: {
      /** @description The messages. At most 100 at once: the upstream names no limit. */
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
    Receiver: {
      /** @example F0000000000000000001 */
      id: string;
      name?: string;
    };
    ReceivedShare: {
      /** @example 1689759841444195840 */
      id: string;
      /**
       * @description Names its link: `/v1/share-links/{code}`.
       * @example 1689743054514187777
       */
      code?: string;
      /** @description Page of the link in KooDrive's own web client. */
      url?: string;
      /** @description Of one file its name; of several the first and a suffix. */
      name?: string;
      /**
       * @description invalid: the one who shared it, or the space, is disabled or gone.
       * @enum {string}
       */
      status: 'active' | 'expired' | 'files-deleted' | 'invalid';
      /**
       * @description Who may open it: everybody in the organization, selected receivers, or (where KooDrive allows it) anybody.
       * @enum {string}
       */
      scope?: 'organization' | 'selected' | 'external';
      /** @description Message to the receivers. */
      comment?: string;
      /**
       * @description The space its files are in; lists only.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /** @description Lists only; behind the link there is all of it. */
      files?: components['schemas']['SharedFile'][];
      /**
       * Format: int64
       * @description How often it was looked at; lists only.
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
      sharedBy?: components['schemas']['Receiver'];
    };
    ReceivedSharePage: {
      items: components['schemas']['ReceivedShare'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    ShareIdsBody: {
      /** @description The shares. At most 100 at once. */
      shareIds: string[];
    };
    Share: {
      /** @example 1689759841444195840 */
      id: string;
      /**
       * @description Names its link: `/v1/share-links/{code}`.
       * @example 1689743054514187777
       */
      code?: string;
      /** @description Page of the link in KooDrive's own web client. */
      url?: string;
      /** @description Of one file its name; of several the first and a suffix. */
      name?: string;
      /**
       * @description invalid: the one who shared it, or the space, is disabled or gone.
       * @enum {string}
       */
      status: 'active' | 'expired' | 'files-deleted' | 'invalid';
      /**
       * @description Who may open it: everybody in the organization, selected receivers, or (where KooDrive allows it) anybody.
       * @enum {string}
       */
      scope?: 'organization' | 'selected' | 'external';
      /** @description Message to the receivers. */
      comment?: string;
      /**
       * @description The space its files are in; lists only.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /** @description Lists only; behind the link there is all of it. */
      files?: components['schemas']['SharedFile'][];
      /**
       * Format: int64
       * @description How often it was looked at; lists only.
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
      /** @description Access code that the link asks for; not in lists. */
      extractCode?: string;
      /** @description With `selected`; not in lists. */
      users?: components['schemas']['Receiver'][];
      /** @description With `selected`; not in lists. */
      departments?: components['schemas']['Receiver'][];
      /** @description With `selected`; not in lists. */
      groups?: components['schemas']['Receiver'][];
    };
    SharePage: {
      items: components['schemas']['Share'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    CreateShareBody: {
      /** @description Users it is for. */
      userIds?: string[];
      /** @description Departments it is for, with all below them. */
      departmentIds?: string[];
      /** @description Groups it is for. */
      groupIds?: string[];
      /**
       * @description The space the files are in.
       * @example F0000000000000000001
       */
      spaceId: string;
      /** @description Files and folders. */
      fileIds: string[];
      /**
       * @description Who may open it: everybody in the organization, selected receivers, or (where KooDrive allows it) anybody. `selected` needs receivers, the others take none.
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
       * @description Access code that the link will ask for.
       * @example a1B2c3D4
       */
      extractCode?: string;
      /** @description Message to the receivers. */
      comment?: string;
    };
    SharedFilePage: {
      items: components['schemas']['SharedFile'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    ExpandedShareParts: {
      /** @description The first page of what is shared; the rest is behind the link. Looking at it counts as no view. */
      files?: components['schemas']['SharedFilePage'];
      /** @description Empty when all went well. */
      failed: components['schemas']['FailedExpansion'][];
    };
    ExpandedShare: {
      /** @example 1689759841444195840 */
      id: string;
      /**
       * @description Names its link: `/v1/share-links/{code}`.
       * @example 1689743054514187777
       */
      code?: string;
      /** @description Page of the link in KooDrive's own web client. */
      url?: string;
      /** @description Of one file its name; of several the first and a suffix. */
      name?: string;
      /**
       * @description invalid: the one who shared it, or the space, is disabled or gone.
       * @enum {string}
       */
      status: 'active' | 'expired' | 'files-deleted' | 'invalid';
      /**
       * @description Who may open it: everybody in the organization, selected receivers, or (where KooDrive allows it) anybody.
       * @enum {string}
       */
      scope?: 'organization' | 'selected' | 'external';
      /** @description Message to the receivers. */
      comment?: string;
      /**
       * @description The space its files are in; lists only.
       * @example F0000000000000000001
       */
      spaceId?: string;
      /** @description Lists only; behind the link there is all of it. */
      files?: components['schemas']['SharedFile'][];
      /**
       * Format: int64
       * @description How often it was looked at; lists only.
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
      /** @description Access code that the link asks for; not in lists. */
      extractCode?: string;
      /** @description With `selected`; not in lists. */
      users?: components['schemas']['Receiver'][];
      /** @description With `selected`; not in lists. */
      departments?: components['schemas']['Receiver'][];
      /** @description With `selected`; not in lists. */
      groups?: components['schemas']['Receiver'][];
      /** @description With `expand` only. */
      expanded?: components['schemas']['ExpandedShareParts'];
    };
    ChangeShareBody: {
      /** @description Users it is for. */
      userIds?: string[];
      /** @description Departments it is for, with all below them. */
      departmentIds?: string[];
      /** @description Groups it is for. */
      groupIds?: string[];
      /**
       * Format: int64
       * @description Days from now until it expires.
       */
      validDays?: number;
      /**
       * @description Another access code. It cannot be taken away.
       * @example a1B2c3D4
       */
      extractCode?: string;
      /** @description Another message. */
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
      status: 'active' | 'expired' | 'files-deleted' | 'invalid';
      /** @description Whether you gave the access code here lately. A link without one needs none; which it is, KooDrive does not tell. */
      unlocked: boolean;
      sharedBy?: components['schemas']['Receiver'];
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
    UnlockBody: {
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
       * @description Save copies into a space of yours, or pack an archive to download.
       * @enum {string}
       */
      action: 'save' | 'package';
      /**
       * @description save: the space to put the copies into.
       * @example F0000000000000000001
       */
      targetSpaceId?: string;
      /**
       * @description save: the folder to put them into.
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
       * @description Once it is completed.
       * @enum {string}
       */
      result?: 'succeeded' | 'partly-failed' | 'failed';
      /**
       * Format: int64
       * @description Per cent done, where it can be told.
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
      /** @description One for each file; left out in lists. */
      entries?: components['schemas']['JobEntry'][];
      /**
       * @description The link.
       * @example F0000000000000000001
       */
      code: string;
      /** @enum {string} */
      action: 'save' | 'package';
      /** @description package: pre-signed address of the archive, once it is completed. */
      url?: string;
    };
    ChangeVersionBody: {
      /** @description true keeps it for ever, false lets the upstream clear it away. */
      keepForever: boolean;
    };
    OpenArchiveBody: {
      /** @description The password of the archive. */
      password?: string;
    };
    ArchiveEntry: {
      /**
       * @description Where it is in the archive; name it to extract it.
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
    };
    OpenSyncFolderBody: {
      /**
       * @description An existing folder; or else `name`.
       * @example F0000000000000000001
       */
      folderId?: string;
      /**
       * @description Name of a folder to make, or to take where it is there.
       * @example Report 2026.pdf
       */
      name?: string;
      /**
       * @description With `name`: where it is; the top of the space when left out.
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
      name: string;
      /** @description Whether it was a sync folder already. */
      existed: boolean;
    };
    Change: {
      /** @description The upstream's word for what happened; its values are not documented. */
      type: string;
      /**
       * @description The file or folder.
       * @example F0000000000000000001
       */
      fileId: string;
      name?: string;
      /** @enum {string} */
      kind: 'file' | 'folder';
      /** @description The device that did it. */
      deviceId?: string;
    };
    Changes: {
      items: components['schemas']['Change'][];
      /** @description Where to go on. Ask again with it later: changes are told once. */
      nextCursor: string;
      /** @description Whether more changes wait already. */
      more: boolean;
    };
    Department: {
      /** @example 1289173668999530369 */
      id: string;
      /** @example Engineering */
      name: string;
      /**
       * @description The department it is in; the root has none.
       * @example 1243693141656107521
       */
      parentId?: string;
      /**
       * @description Its id at OrgID, the directory behind KooDrive.
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    DepartmentNode: {
      /** @example 1289173668999530369 */
      id: string;
      /** @example Engineering */
      name: string;
      /**
       * @description The department it is in; the root has none.
       * @example 1243693141656107521
       */
      parentId?: string;
      /**
       * @description Its id at OrgID, the directory behind KooDrive.
       * @example F0000000000000000001
       */
      organizationDepartmentId?: string;
      /** @description The departments right below; empty at the leaves. */
      children: components['schemas']['DepartmentNode'][];
    };
    DepartmentTree: {
      /** @description Where the tree begins: one department, or none. */
      items: components['schemas']['DepartmentNode'][];
      /**
       * Format: int64
       * @description Departments in this answer.
       */
      count: number;
      /** @description False where the walk stopped at its bounds: 1,000 departments, six levels. */
      complete: boolean;
    };
    CreateDepartmentBody: {
      /**
       * @description Unique below its parent.
       * @example Quality
       */
      name: string;
      /**
       * @description The department to make it in.
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
       * @description Their id at OrgID, the directory behind KooDrive.
       * @example 1008600000293202821
       */
      organizationUserId?: string;
      name?: string;
      /** @example 1289173668999530369 */
      departmentId?: string;
      departmentName?: string;
      /**
       * @description Mobile number, masked as the upstream gives it.
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    UserCount: {
      /** Format: int64 */
      count: number;
    };
    AddUserBody: {
      /**
       * @description The id of the person at OrgID.
       * @example 1008600000029937613
       */
      organizationUserId: string;
      /**
       * @description The department to put them in; the root when left out (inferred).
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
       * @description The KooDrive id; left out where the upstream did not tell it and no list shows it yet.
       * @example F0000000000000000001
       */
      id?: string;
      /** @example F0000000000000000001 */
      organizationUserId: string;
    };
    ImportRow: {
      /** @description Name of the department to put them in. */
      departmentName?: string;
      /**
       * Format: int64
       * @description Bytes of their individual space, in whole GB; without it they get none. That the upstream counts in GB is inferred.
       * @example 10737418240
       */
      capacity?: number;
    };
    CheckImportBody: {
      /**
       * @description The department in which the import is made.
       * @example 1316083732377070977
       */
      departmentId: string;
      users: components['schemas']['ImportRow'][];
    };
    ImportCheck: {
      /**
       * Format: int64
       * @description Place of the row, from 0.
       */
      row: number;
      /** @description Whether the row can be imported. */
      importable: boolean;
      /** @description Why not, in the words of the upstream. */
      reason?: string;
    };
    ImportCheckResult: {
      /** @description One for each row, in that order. */
      items: components['schemas']['ImportCheck'][];
    };
    UserMobile: {
      /** @description As the upstream shows it to you: whole or masked. */
      mobile?: string;
    };
    ChangeUserBody: {
      /**
       * @description The department to move them to.
       * @example 1316083732377070977
       */
      departmentId?: string;
      /** @enum {string} */
      role?: 'member' | 'department-administrator' | 'system-administrator' | 'manageable-member';
      /**
       * @description Who is disabled cannot sign in.
       * @enum {string}
       */
      status?: 'enabled' | 'disabled';
    };
    RaiseUserLimitBody: {
      /**
       * @description The organization, by its id at OrgID.
       * @example 9190086000001210958
       */
      organizationId: string;
    };
    Group: {
      /** @example 1320279092268104961 */
      id: string;
      /**
       * @description `group`: has a space of its own; `user-group`: a plain list of people (inferred).
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
      /** @description Address of its picture; single groups only. */
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    CreateGroupBody: {
      /** @example Launch */
      name: string;
      /**
       * @description `group`: has a space of its own; `user-group`: a plain list of people (inferred).
       * @default user-group
       * @enum {string}
       */
      kind?: 'group' | 'user-group';
    };
    ChangeGroupBody: {
      /** @example Launch */
      name?: string;
      /** @description Address of a picture. */
      iconUrl?: string;
      /** @description Whether you keep the group on top of your list. */
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
      /** @description Mobile number, as the upstream shows it. */
      mobile?: string;
      /** @enum {string} */
      role?: 'owner' | 'administrator' | 'member';
      /** @description Whether they keep the group on top of their list. */
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    AddGroupMembersBody: {
      /** @description Users; a group holds 200. */
      userIds: string[];
      /**
       * @description The permission template that says what they may do; none when left out.
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
       * @description `owner` hands the group over.
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
      /** @description Name that the upstream gave it. */
      name?: string;
      /**
       * @description The user that the upstream names with it.
       * @example F0000000000000000001
       */
      userId?: string;
      /**
       * @description The upstream's code for a failure.
       * @example 18000205
       */
      upstreamCode?: string;
      /**
       * Format: date-time
       * @description This and the next two in lists only.
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    StartUserTaskBody: {
      /** @enum {string} */
      action: 'hand-over-and-delete' | 'import';
      /**
       * @description hand-over-and-delete: the user to go, disabled or never activated.
       * @example F0000000000000000001
       */
      userId?: string;
      /**
       * @description hand-over-and-delete: the user who gets the files.
       * @example F0000000000000000001
       */
      receiverId?: string;
      /**
       * @description import: the result of the check before; where it comes from is not documented.
       * @example F0000000000000000001
       */
      checkResultId?: string;
      /**
       * @description import: the organization, by its id at OrgID.
       * @example F0000000000000000001
       */
      organizationId?: string;
      /**
       * @description import: who imports, by their id at OrgID.
       * @example F0000000000000000001
       */
      organizationUserId?: string;
    };
    ImportFailure: {
      name?: string;
      /** @description In the words of the upstream. */
      reason?: string;
    };
    ImportResult: {
      /** Format: int64 */
      importedCount: number;
      /** Format: int64 */
      failedCount: number;
      failures: components['schemas']['ImportFailure'][];
    };
    HandOverReceiver: {
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
       * @description The organization or application that it belongs to.
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
       * @description How many there are in all, where the upstream knows it.
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
       * @description The organization it is for; that of the subscription when left out.
       * @example F0000000000000000001
       */
      organizationId?: string;
    };
    TemplateIdsBody: {
      /** @description Custom templates that nobody was given. */
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
      /** @description Whether anybody was given it. */
      inUse: boolean;
    };
    Grant: {
      /**
       * @description The template; or else say `capabilities`.
       * @example 1316083732377070977
       */
      templateId?: string;
      /** @description Capabilities of no template; or else say `templateId`. */
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
       * @description Grants on this file or folder alone.
       * @example F0000000000000000001
       */
      fileId?: string;
      grants: components['schemas']['Grant'][];
    };
    DefaultPermission: {
      /**
       * @description The template; absent where the capabilities are of no template.
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
       * @description The template; or else say `capabilities`.
       * @example 1316083732377070977
       */
      templateId?: string;
      /** @description Capabilities of no template; or else say `templateId`. */
      capabilities?: (
        'list' | 'preview' | 'download' | 'upload' | 'create' | 'rename' | 'copy' | 'move' | 'delete' | 'share' | 'edit'
      )[];
    };
    KindQuota: {
      /** @enum {string} */
      kind: 'department' | 'individual' | 'group';
      /**
       * Format: int64
       * @description What was set aside for spaces of this kind.
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description What of it was given to spaces.
       * @example 52428800
       */
      allocated?: number;
      /**
       * Format: int64
       * @description What files take in them (the unit upstream is inferred).
       * @example 52428800
       */
      used?: number;
    };
    UserQuota: {
      /** Format: int64 */
      count?: number;
      /**
       * Format: int64
       * @description The most users there may be.
       */
      most?: number;
    };
    Quota: {
      /**
       * Format: int64
       * @description What was purchased.
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description What was given to spaces.
       * @example 52428800
       */
      allocated?: number;
      /**
       * Format: int64
       * @description What is kept in reserve.
       * @example 52428800
       */
      reserved?: number;
      /**
       * Format: int64
       * @description What files take (the unit upstream is inferred).
       * @example 52428800
       */
      used?: number;
      kinds: components['schemas']['KindQuota'][];
      users: components['schemas']['UserQuota'];
    };
    Usage: {
      /**
       * Format: int64
       * @description How many spaces they are (inferred: pages contradict each other).
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
       * @description How many spaces they are (inferred: pages contradict each other).
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
       * @description The size that each space of this class has.
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    UserUsage: {
      /** @example 1316083732377070977 */
      userId: string;
      /**
       * Format: int64
       * @description The size of the space (the unit upstream is inferred).
       * @example 52428800
       */
      capacity?: number;
      /**
       * Format: int64
       * @description The unit upstream is inferred.
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
       * @description When the quota begins.
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
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    TransferTarget: {
      /** @enum {string} */
      kind: 'department' | 'individual' | 'group';
      /**
       * Format: int64
       * @description Bytes: a multiple of 10 GB (10737418240).
       * @example 10737418240
       */
      size: number;
    };
    TransferBody: {
      /**
       * @description The kind of space that gives.
       * @enum {string}
       */
      from: 'department' | 'individual' | 'group';
      /** @description The kinds that gain, each once, and how much. */
      to: components['schemas']['TransferTarget'][];
    };
    Capacities: {
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
       * @description The department at the top of the tree.
       * @example F0000000000000000001
       */
      rootDepartmentId?: string;
    };
    Features: {
      ai?: boolean;
      onlineEditing?: boolean;
      /** @description People review contents. */
      manualReview?: boolean;
      /** @description Shares may be opened to everybody. */
      publicSharing?: boolean;
    };
    Subscription: {
      /** @enum {string} */
      state?: 'active' | 'frozen';
      /** @description The edition, as the upstream gives it: its values are not documented. */
      edition?: string;
      /**
       * Format: int64
       * @description The most users there may be.
       */
      userLimit?: number;
      capacity: components['schemas']['Capacities'];
      organization: components['schemas']['SubscribedOrganization'];
      features: components['schemas']['Features'];
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
      /** @description To be tried where the first cannot be loaded. */
      fallbackScriptUrl?: string;
      pageToken?: string;
      pageTokenKey?: string;
      transactionId?: string;
      /** @description For the SDK, as it came: JSON as text, with a code that works once. */
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
      /** @description As the upstream names it: its words are not documented. */
      operation?: string;
      /** @description What it was done to. */
      resource?: string;
      /**
       * @description Inferred: the values upstream are not documented.
       * @enum {string}
       */
      outcome?: 'done' | 'failed';
      /** @description The network address that it came from. */
      address?: string;
      message?: string;
    };
    AuditLogEntryPage: {
      items: components['schemas']['AuditLogEntry'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
       */
      total?: number;
    };
    BatchRead: {
      /**
       * @description Names the answer; each at most once.
       * @example me
       */
      id: string;
      /**
       * @description Path and query of a GET that answers JSON.
       * @example /v1/me
       */
      path: string;
      /**
       * @description An ETag that you have the answer of: 304 without a body while it is still right.
       * @example "q1Zc0Xn2l8Qm"
       */
      ifNoneMatch?: string;
    };
    BatchBody: {
      requests: components['schemas']['BatchRead'][];
    };
    BatchHeaders: {
      /** @description Names this state of the answer. */
      etag?: string;
      /** @description Where the answer came from (RFC 9211). */
      'cache-status'?: string;
      /** @description Seconds after which it may be asked again. */
      'retry-after'?: string;
    };
    BatchAnswer: {
      /** @example me */
      id: string;
      /**
       * Format: int64
       * @example 200
       */
      status: number;
      headers: components['schemas']['BatchHeaders'];
      /** @description As the route answers it. */
      body?: {
        [key: string]: unknown;
      };
      problem?: components['schemas']['ProblemDto'];
    };
    BatchAnswers: {
      /** @description In the order of the reads. */
      responses: components['schemas']['BatchAnswer'][];
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
      /** @description JSON as text, as it came. */
      detail?: string;
      /**
       * @description Who decided; `appeal`: the second review after an appeal.
       * @enum {string}
       */
      reviewer?: 'machine' | 'person' | 'both' | 'appeal';
      /** @description Address of the bytes, where it was asked for. */
      url?: string;
    };
    ReviewPage: {
      items: components['schemas']['Review'][];
      /** @description Where the next page starts; null at the end. */
      nextCursor: string | null;
      /**
       * Format: int64
       * @description How many there are in all, where the upstream knows it.
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
       * @description For the log of the upstream alone.
       * @example F0000000000000000001
       */
      fileId?: string;
    };
    SetReviewsBody: {
      reviews: components['schemas']['NewReview'][];
    };
    ReviewedContent: {
      /** @example d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9 */
      sha256: string;
      /**
       * Format: int64
       * @example 11239
       */
      size: number;
      /**
       * @description For the log of the upstream alone.
       * @example F0000000000000000001
       */
      fileId?: string;
    };
    FindReviewsBody: {
      contents: components['schemas']['ReviewedContent'][];
    };
    ReviewList: {
      /** @description Contents that were never reviewed are not among them. */
      items: components['schemas']['Review'][];
    };
  };
  responses: {
    /** @description Of any request: `bad-request`, `malformed-json`, `request-timeout`, `length-required`, `too-large`, `uri-too-long`, `unsupported-media-type`, `header-too-large`, `not-acceptable`, `internal`, `shutting-down`, `route-not-found`, `method-not-allowed`, `store-unavailable` */
    ProblemAnywhere: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `too-many-requests` */
    Problem429Limit: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `invalid-input` */
    Problem422Input: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `sign-in-unknown` */
    Problem400SignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `sign-in-refused`, `cross-site-refused`, `no-permission`, `credential-unavailable` */
    Problem403SignInUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `session-ended` */
    Problem401SignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable`, `upstream-unavailable`, `credential-source-unavailable`, `overloaded` */
    Problem503SignInUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `invalid-input`, `too-deep`, `refused-by-upstream` */
    Problem422InputUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `not-found`, `upload-not-found` */
    Problem404Upstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `name-taken`, `in-recycle-bin`, `not-in-recycle-bin`, `target-in-recycle-bin`, `nested-folders`, `already-there`, `folder-not-allowed`, `upload-incomplete`, `space-full`, `space-inactive`, `file-state-conflict` */
    Problem409Upstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `upstream-failed`, `upstream-protocol` */
    Problem502Upstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `upstream-timeout` */
    Problem504Upstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `unauthenticated`, `key-expired`, `session-ended` */
    Problem401CallerSignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `missing-scope`, `acting-not-allowed`, `cross-site-refused`, `sign-in-refused` */
    Problem403CallerSignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable` */
    Problem503CallerSignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `upstream-timeout`, `outcome-unknown` */
    Problem504UpstreamOutcome: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `sign-in-refused`, `cross-site-refused` */
    Problem403SignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable` */
    Problem503SignIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `missing-scope`, `acting-not-allowed`, `cross-site-refused`, `sign-in-refused`, `no-permission`, `credential-unavailable` */
    Problem403CallerSignInUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable`, `upstream-unavailable`, `credential-source-unavailable`, `overloaded` */
    Problem503CallerSignInIdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `invalid-input`, `idempotency-key-reused`, `too-deep`, `refused-by-upstream` */
    Problem422InputIdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `idempotency-in-progress`, `name-taken`, `in-recycle-bin`, `not-in-recycle-bin`, `target-in-recycle-bin`, `nested-folders`, `already-there`, `folder-not-allowed`, `upload-incomplete`, `space-full`, `space-inactive`, `file-state-conflict` */
    Problem409IdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `unauthenticated`, `key-expired`, `session-ended` */
    Problem401Caller: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `missing-scope`, `acting-not-allowed`, `cross-site-refused`, `no-permission`, `credential-unavailable` */
    Problem403CallerUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `issuer-unavailable`, `upstream-unavailable`, `credential-source-unavailable`, `overloaded` */
    Problem503CallerUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `issuer-unavailable`, `store-unavailable`, `upstream-unavailable`, `credential-source-unavailable`, `overloaded` */
    Problem503CallerIdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `malformed-json` */
    Problem400Body: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `too-large` */
    Problem413Body: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `unsupported-media-type` */
    Problem415Body: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `invalid-input`, `confirmation-required`, `idempotency-key-reused`, `too-deep`, `refused-by-upstream` */
    Problem422InputConfirmationIdempotencyUpstream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `range-not-satisfiable` */
    Problem416Range: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `length-required` */
    Problem411Stream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
    /** @description `too-large` */
    Problem413Stream: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDto'];
      };
    };
  };
  parameters: {
    /** @description The KooDrive user to act for; needs the scope act-for:users. */
    onBehalfOf: string;
    /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
    requestTimeout: string;
    /** @description The same key with the same request gets the first answer again. */
    idempotencyKey: string;
    /** @description An ETag you have the answer of: 304 while it is still right. */
    ifNoneMatch: string;
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Whether the process works */
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
      /** @description You have it already. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Whether this instance should get traffic */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ok",
           *       "store": "memory"
           *     }
           */
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description You have it already. */
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
        /** @description Path of this origin to lead to afterwards; one of LOGIN_RETURN_PATHS or below. */
        returnTo?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign in: lead the browser here */
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
      /** @description Where the identity provider sends the browser back */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who is signed in, since when, until when, with which scopes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "Xm8sHyiOVb2lsOPxcFqShTm3n6qc3S65kCbwjzP60Ro",
           *       "user": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "door": "koodrive",
           *       "signedInAt": "2026-11-22T12:30:19.419Z",
           *       "expiresAt": "2026-11-23T00:30:19.419Z",
           *       "idleExpiresAt": "2026-11-22T13:30:19.419Z",
           *       "scopes": [
           *         "me:read",
           *         "spaces:read"
           *       ]
           *     }
           */
          'application/json': components['schemas']['CurrentSessionDto'];
        };
      };
      /** @description You have it already. */
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
      header?: {
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign out, here and at KooDrive */
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
        /** @description Path of this origin to lead to afterwards; one of LOGIN_RETURN_PATHS or below. */
        returnTo?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign in by OpenID Connect: lead the browser here */
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
      /** @description Where the OpenID Connect provider sends the browser back */
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
      /** @description Sign out at the OpenID Connect provider, too */
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
  'mysessions.list': {
    parameters: {
      query?: never;
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List your sessions */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "_1GDWdgGjpOEtiriYWSdSGFsVkDqJxviau4hpWhFp3w",
           *           "current": true,
           *           "door": "koodrive",
           *           "signedInAt": "2026-11-22T12:30:19.731Z",
           *           "lastSeenAt": "2026-11-22T12:30:19.731Z",
           *           "expiresAt": "2026-11-23T00:30:19.731Z",
           *           "userAgent": "node"
           *         },
           *         {
           *           "id": "bC7BWCHSMNJ5O6rEXwMb6AIEgFrjRd5Jh2hSY7Qs4f0",
           *           "current": false,
           *           "door": "openid",
           *           "signedInAt": "2026-11-22T12:30:19.709Z",
           *           "lastSeenAt": "2026-11-22T12:30:19.709Z",
           *           "expiresAt": "2026-11-23T00:30:19.709Z",
           *           "userAgent": "node"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['MySessionPage'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description End all your sessions */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The session. */
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description End one of your sessions */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: file, action, at, state, spaceKind, spaceName, collaboration. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the files you used lately */
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
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, action, by, name, files, at, expiresAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'at' | '-at';
        /** @description Text to look for in names. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what others did that concerns you */
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
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
          'application/json': components['schemas']['FilePage'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *           "fileId": "F2KdYDLeZXVNTZaaMe0xjlhA7hPWKL7fD"
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
           *           "id": "F2KdYDLeZXVNTZaaMe0xjlhA7hPWKL7fD",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *           "fileId": "Fn5HeGZSHTn8ZI3B4H6ckZLxJ7GxapSkA"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['FavoritesBody'];
      };
    };
    responses: {
      /** @description Take files from your favorites */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "Fn5HeGZSHTn8ZI3B4H6ckZLxJ7GxapSkA",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description Answer only these fields, separated by commas: id, kind, name, ownerId, status, capacity, used, rootFolderId, memberCount, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Only spaces of this kind; `team` is departments and groups. All kinds when left out. */
        kind?: 'individual' | 'department' | 'group' | 'team';
        /** @description Text to look for in the names of team spaces. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the spaces you can reach */
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
          'application/json': components['schemas']['SpacePage'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
      /** @description Make a space for a user, a department or a new group */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "IAADfsBFCO6WtAtuA451513693196c52c2126a563be5d2e",
           *       "kind": "group",
           *       "ownerId": "1357161530846246821",
           *       "status": "active",
           *       "capacity": 10737418240,
           *       "used": 0,
           *       "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA451513693196c52c2126a563be5d2e",
           *       "createdAt": "2026-11-22T12:30:22.737Z",
           *       "modifiedAt": "2026-11-22T12:30:22.737Z",
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
        /** @description What the owners are: users, departments or groups. */
        kind: 'individual' | 'department' | 'group';
        /** @description Owners, separated by commas. */
        ownerIds: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *           "id": "1289173668999530369",
           *           "status": "done",
           *           "spaces": [
           *             {
           *               "id": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *               "kind": "department",
           *               "ownerId": "1289173668999530369",
           *               "status": "active",
           *               "capacity": 214748364800,
           *               "used": 12288,
           *               "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
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
      /** @description You have it already. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *       "id": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "kind": "individual",
           *       "ownerId": "369528171409614001",
           *       "status": "active",
           *       "capacity": 21474836480,
           *       "used": 4096,
           *       "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2025-03-03T08:00:00.000Z",
           *       "modifiedAt": "2025-03-03T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Space'];
        };
      };
      /** @description You have it already. */
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
        /** @description The id of what is to go, once more: this cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *       "capacity": 21474836480
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
           *       "capacity": 21474836480,
           *       "used": 12288,
           *       "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
           *       "createdAt": "2025-03-03T08:00:00.000Z",
           *       "modifiedAt": "2026-11-22T12:30:24.857Z"
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
        /** @description Answer only these fields, separated by commas: id, kind, name, ownerId, status, capacity, used, rootFolderId, memberCount, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Whose spaces: of users, of departments or of groups. */
        kind: 'individual' | 'department' | 'group';
        /** @description Text to look for in the names of owners. */
        q?: string;
        /** @description Only of users of this department and of those below it; with `individual`. */
        department?: string;
        /** @description Only of users right in the department; with `individual`. */
        direct?: boolean;
        /** @description Only spaces in this state; with `individual`. */
        status?: 'active' | 'disabled';
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *           "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "kind": "group",
           *           "name": "Launch 发布",
           *           "ownerId": "1320279092268104961",
           *           "status": "active",
           *           "capacity": 10737418240,
           *           "used": 3072,
           *           "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
           *           "memberCount": 3,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         },
           *         {
           *           "id": "IAADfsBFCO6WtAtuA3662cfe468d61fc23d943f4446e843",
           *           "kind": "group",
           *           "name": "Reading Room",
           *           "ownerId": "1320279092268104977",
           *           "status": "active",
           *           "capacity": 10737418240,
           *           "used": 1024,
           *           "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA3662cfe468d61fc23d943f4446e843",
           *           "memberCount": 4,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null,
           *       "total": 2
           *     }
           */
          'application/json': components['schemas']['SpacePage'];
        };
      };
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, kind, name, ownerId, status, capacity, used, rootFolderId, memberCount, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *           "id": "IAADfsBFCO6WtAtuAba4a25a47f1ac138e2ebcf47c2d396",
           *           "kind": "individual",
           *           "ownerId": "1316083732377071108",
           *           "status": "active",
           *           "capacity": 10737418240,
           *           "used": 4096,
           *           "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAba4a25a47f1ac138e2ebcf47c2d396"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['SpacePage'];
        };
      };
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
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
        /** @description The folder to list; `root` is the top of the space. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *           "id": "Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S",
           *           "kind": "file",
           *           "name": "trip.zip",
           *           "type": "archive",
           *           "mediaType": "application/zip",
           *           "size": 487,
           *           "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "createdAt": "2025-03-03T08:11:00.000Z",
           *           "modifiedAt": "2025-03-03T08:11:00.000Z",
           *           "owner": "Mei Lin",
           *           "modifiedBy": "Mei Lin",
           *           "favorite": false,
           *           "recycled": false
           *         },
           *         {
           *           "id": "FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S",
           *           "kind": "file",
           *           "name": "会议纪要.md",
           *           "type": "other",
           *           "mediaType": "text/markdown",
           *           "size": 24,
           *           "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "createdAt": "2025-03-03T08:10:00.000Z",
           *           "modifiedAt": "2025-03-03T08:10:00.000Z",
           *           "owner": "Mei Lin",
           *           "modifiedBy": "Mei Lin",
           *           "favorite": true,
           *           "recycled": false
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['FilePage'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *       "name": "folder 9ky 14",
         *       "parentId": "FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm"
         *     }
         */
        'application/json': components['schemas']['CreateFolderBody'];
      };
    };
    responses: {
      /** @description Make a folder */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "FeISg1ZiSa7irv_c9KhHXHslH1-5DzJkN",
           *       "kind": "folder",
           *       "name": "folder 9ky 14",
           *       "type": "folder",
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "parentId": "FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm",
           *       "createdAt": "2026-11-22T12:30:22.816Z",
           *       "modifiedAt": "2026-11-22T12:30:22.816Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['File'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description Answer only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path, expanded. */
        fields?: string;
        /** @description Parts to come along in `expanded`, separated by commas: permissions, path, versions. One that fails is named in `expanded.failed`. With `fields`, name `expanded` as well. */
        expand?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *       "id": "FDPJXsI8JYDaA9pJBh61A7SXIVc9SkAxr",
           *       "kind": "folder",
           *       "name": "Documents",
           *       "type": "folder",
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2025-03-03T08:01:00.000Z",
           *       "modifiedAt": "2025-03-03T08:01:00.000Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['ExpandedFile'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
         *       "name": "renamed 9ky 15"
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
           *       "id": "FeISg1ZiSa7irv_c9KhHXHslH1-5DzJkN",
           *       "kind": "folder",
           *       "name": "renamed 9ky 15",
           *       "type": "folder",
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "parentId": "FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm",
           *       "createdAt": "2026-11-22T12:30:22.816Z",
           *       "modifiedAt": "2026-11-22T12:30:22.843Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['File'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description Tell where a file is */
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
      /** @description You have it already. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description Count what is below a folder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "size": 665,
           *       "folderCount": 1,
           *       "fileCount": 3
           *     }
           */
          'application/json': components['schemas']['FolderStats'];
        };
      };
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
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
        /** @description Text to look for in names. */
        q: string;
        /** @description In your own spaces, or in those of teams. */
        in?: 'individual' | 'team';
        /** @description Only in this space. */
        spaceId?: string;
        /** @description Only below this folder; needs spaceId. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
          'application/json': components['schemas']['FilePage'];
        };
      };
      /** @description You have it already. */
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
        /** @description Answer 302 to a pre-signed address of the object store in place of the bytes. */
        redirect?: boolean;
      };
      header?: {
        /** @description One range of bytes. */
        Range?: string;
        /** @description An ETag: all bytes where it is no longer right. */
        'If-Range'?: string;
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description The range asked for. */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The bytes are at the address in Location. */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
           *       "id": "Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S",
           *       "kind": "file",
           *       "name": "trip.zip",
           *       "type": "archive",
           *       "mediaType": "application/zip",
           *       "size": 22,
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2025-03-03T08:11:00.000Z",
           *       "modifiedAt": "2026-11-22T12:30:22.865Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['File'];
        };
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      411: components['responses']['Problem411Stream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *       "fileIds": [
         *         "FIV2so9QQERN6ezUBli3EAx7Ij7edJS8c"
         *       ]
         *     }
         */
        'application/json': components['schemas']['DownloadLinksBody'];
      };
    };
    responses: {
      /** @description Get pre-signed addresses of files */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "FIV2so9QQERN6ezUBli3EAx7Ij7edJS8c",
           *           "status": "done",
           *           "url": "https://bucket.obs.example.com/object?signature=...",
           *           "name": "versioned 9ky 6.txt"
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
      409: components['responses']['Problem409IdempotencyUpstream'];
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
  'content.upload': {
    parameters: {
      query: {
        /** @description Name of the new file. */
        name: string;
        /** @description The folder to put it into; `root` is the top of the space. */
        parent?: string;
        /** @description What to do when the name is taken: refuse with name-taken, or let the upstream append a timestamp. */
        onConflict?: 'refuse' | 'rename';
      };
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
           *       "id": "FqkRB8lYDGTmO4hX5lPKBFgUg0i2G8mbd",
           *       "kind": "file",
           *       "name": "note 9ky 17.txt",
           *       "type": "other",
           *       "mediaType": "application/octet-stream",
           *       "size": 3133,
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "parentId": "FdKqBt2OJX7YbgrbEkrWemxD94JXZBf_N",
           *       "createdAt": "2026-11-22T12:30:22.920Z",
           *       "modifiedAt": "2026-11-22T12:30:22.926Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['File'];
        };
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
      411: components['responses']['Problem411Stream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *       "name": "begun 9ky 18.txt",
         *       "size": 1000
         *     }
         */
        'application/json': components['schemas']['StartUploadBody'];
      };
    };
    responses: {
      /** @description Begin an upload that you carry out yourself */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "FbV4NwEPsOdwSijecZsiQn56f0Epdvhmb",
           *       "name": "begun 9ky 18.txt",
           *       "partSize": 8388608,
           *       "partCount": 1,
           *       "parts": [
           *         {
           *           "number": 1,
           *           "size": 1000,
           *           "url": "https://bucket.obs.example.com/object?signature=..."
           *         }
           *       ],
           *       "expiresAt": "2026-11-22T13:30:22.948Z"
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The upload, which is the id of the file it makes. */
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
      /** @description Get addresses for more parts */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
        /** @description The upload, which is the id of the file it makes. */
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
           *       "id": "FjrclQYLqRBGKD4i8m3WeoIMIDbrlutrQ",
           *       "kind": "file",
           *       "name": "upload 9ky 20.txt",
           *       "type": "other",
           *       "mediaType": "application/octet-stream",
           *       "size": 12,
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2026-11-22T12:30:22.996Z",
           *       "modifiedAt": "2026-11-22T12:30:23.010Z",
           *       "owner": "Mei Lin",
           *       "modifiedBy": "Mei Lin",
           *       "recycled": false
           *     }
           */
          'application/json': components['schemas']['File'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description Answer only these fields, separated by commas: id, action, status, result, progress, entryCount, spaceId, createdAt, startedAt, finishedAt, url, entries. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Only jobs that do this. */
        action?: 'copy' | 'move' | 'delete' | 'restore' | 'extract' | 'package' | 'empty-recycle-bin';
        /** @description Only jobs in this state. */
        status?: 'waiting' | 'running' | 'completed' | 'cancelled';
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "action": "restore",
         *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
         *       "fileIds": [
         *         "FZ36S2XO7IGFpA7YtWLofjCwsfCqogJ71"
         *       ]
         *     }
         */
        'application/json': components['schemas']['StartJobBody'];
      };
    };
    responses: {
      /** @description Copy, move, delete or restore files */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1325384730335272013",
           *       "action": "restore",
           *       "status": "waiting",
           *       "progress": 0,
           *       "entryCount": 1,
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "createdAt": "2026-11-22T12:30:23.000Z",
           *       "entries": [
           *         {
           *           "id": "FZ36S2XO7IGFpA7YtWLofjCwsfCqogJ71",
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *       "createdAt": "2026-11-22T12:30:20.000Z",
           *       "startedAt": "2026-11-22T12:30:20.000Z",
           *       "finishedAt": "2026-11-22T12:30:20.000Z",
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
           *       "createdAt": "2026-11-22T12:30:23.000Z",
           *       "finishedAt": "2026-11-22T12:30:23.000Z",
           *       "entries": [
           *         {
           *           "id": "FqkRB8lYDGTmO4hX5lPKBFgUg0i2G8mbd",
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
        /** @description Answer only these fields, separated by commas: id, kind, name, type, mediaType, size, spaceId, parentId, createdAt, modifiedAt, owner, modifiedBy, favorite, recycled, path. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description List what was deleted */
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
          'application/json': components['schemas']['FilePage'];
        };
      };
      /** @description You have it already. */
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
        /** @description The id of what is to go, once more: this cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Empty the recycle bin for good */
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
        /** @description Answer only these fields, separated by commas: id, kind, state, sender, text, receivedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Only messages about this. */
        kind?: 'share' | 'team' | 'system' | 'management';
        /** @description Only messages in this state. */
        state?: 'unread' | 'read';
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The id of what is to go, once more: this cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
           *           "id": "1383074398351464804",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
           *           "id": "1365979323714102847",
           *           "status": "done"
           *         },
           *         {
           *           "id": "1383074398351464804",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description Answer only these fields, separated by commas: id, code, url, name, status, scope, comment, spaceId, files, viewCount, createdAt, expiresAt, sharedBy. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'createdAt' | '-createdAt';
        /** @description Text to look for in names. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what is shared with you by name */
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
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, code, url, name, status, scope, comment, spaceId, files, viewCount, createdAt, expiresAt, sharedBy. */
        fields?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *         "1689759841444195843"
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
           *           "id": "1689759841444195843",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description Answer only these fields, separated by commas: id, code, url, name, status, scope, comment, spaceId, files, viewCount, createdAt, expiresAt, extractCode, users, departments, groups. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'createdAt' | '-createdAt';
        /** @description Text to look for in names. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what you share */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
         *       "fileIds": [
         *         "FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm"
         *       ],
         *       "scope": "selected",
         *       "validDays": 7,
         *       "userIds": [
         *         "1316083732377071455",
         *         "1316083732377071391"
         *       ]
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
           *       "id": "1330185733798287933",
           *       "code": "1361014805304471200",
           *       "url": "https://drive.example/cloudfile/#/sharelink/i/1361014805304471200",
           *       "name": "in step 9ky 8",
           *       "status": "active",
           *       "scope": "selected",
           *       "createdAt": "2026-11-22T12:30:23.209Z",
           *       "expiresAt": "2026-11-29T12:30:23.209Z",
           *       "users": [
           *         {
           *           "id": "1316083732377071455",
           *           "name": "陈伟"
           *         },
           *         {
           *           "id": "1316083732377071391",
           *           "name": "Dmitri Petrov"
           *         }
           *       ]
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
        /** @description Answer only these fields, separated by commas: id, code, url, name, status, scope, comment, spaceId, files, viewCount, createdAt, expiresAt, extractCode, users, departments, groups, expanded. */
        fields?: string;
        /** @description Parts to come along in `expanded`, separated by commas: files. One that fails is named in `expanded.failed`. With `fields`, name `expanded` as well. */
        expand?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description Read a share of yours, with its access code and its receivers */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
         *       "comment": "comment 9ky 22"
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
           *       "comment": "comment 9ky 22",
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *         "1317532295683837592"
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
           *           "id": "1317532295683837592",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description Answer only these fields, separated by commas: id, code, status, unlocked, sharedBy, createdAt, expiresAt. */
        fields?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open a link: what a visitor may know of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1365065785550788017",
           *       "code": "1379845819711108737",
           *       "status": "active",
           *       "unlocked": false,
           *       "sharedBy": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "createdAt": "2026-11-22T12:30:21.040Z",
           *       "expiresAt": "2026-11-29T12:30:21.040Z"
           *     }
           */
          'application/json': components['schemas']['ShareLink'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description Code at the end of the link. */
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
        'application/json': components['schemas']['UnlockBody'];
      };
    };
    responses: {
      /** @description Give the access code of a link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1301778448281723813",
           *       "code": "1308789734381310775",
           *       "status": "active",
           *       "unlocked": true,
           *       "sharedBy": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "createdAt": "2026-11-22T12:30:23.282Z",
           *       "expiresAt": "2026-11-29T12:30:23.282Z"
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
        /** @description Answer only these fields, separated by commas: id, kind, name, mediaType, size, spaceId, parentId, modifiedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'name' | '-name' | 'size' | '-size' | 'modifiedAt' | '-modifiedAt';
        /** @description The folder to list; the top of the share when left out. */
        parent?: string;
        /** @description Name to look for. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
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
      /** @description You have it already. */
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
        /** @description Answer 302 to a pre-signed address of the object store in place of the bytes. */
        redirect?: boolean;
      };
      header?: {
        /** @description One range of bytes. */
        Range?: string;
        /** @description An ETag: all bytes where it is no longer right. */
        'If-Range'?: string;
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
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
      /** @description The range asked for. */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The bytes are at the address in Location. */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description Code at the end of the link. */
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
         *         "FXHbpiJmIkvYicnBu00LrEh_9H73Q3jti"
         *       ],
         *       "targetSpaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
         *     }
         */
        'application/json': components['schemas']['StartLinkJobBody'];
      };
    };
    responses: {
      /** @description Save files behind a link into a space, or pack them */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1365654090331033895",
           *       "code": "1370853618776360255",
           *       "action": "save",
           *       "status": "waiting",
           *       "progress": 0,
           *       "createdAt": "2026-11-22T12:30:23.000Z",
           *       "entries": [
           *         {
           *           "id": "FXHbpiJmIkvYicnBu00LrEh_9H73Q3jti",
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
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
           *       "id": "1305284635901803612",
           *       "code": "1370401316558510711",
           *       "action": "save",
           *       "status": "completed",
           *       "result": "failed",
           *       "progress": 100,
           *       "createdAt": "2026-11-22T12:30:21.000Z",
           *       "startedAt": "2026-11-22T12:30:21.000Z",
           *       "finishedAt": "2026-11-22T12:30:21.000Z",
           *       "entries": [
           *         {
           *           "id": "F2WSKFou76jmyk1oWan_ddh0yxz-pUtgT",
           *           "status": "failed",
           *           "problem": {
           *             "type": "/problems/refused-by-upstream",
           *             "title": "Refused by KooDrive",
           *             "status": 422,
           *             "detail": "KooDrive refused the call: see \"upstream\".",
           *             "code": "refused-by-upstream",
           *             "retryable": false,
           *             "upstream": {
           *               "operation": "createBatchTask"
           *             }
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['LinkJob'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
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
        /** @description Answer only these fields, separated by commas: id, number, current, keepForever, reason, createdAt, createdBy, modifiedAt, url. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *           "id": "1306622116367161605.1375657673708435630",
           *           "number": 1,
           *           "current": true,
           *           "keepForever": false,
           *           "reason": "created",
           *           "createdAt": "2025-03-03T08:10:00.000Z",
           *           "createdBy": "369528171409614001",
           *           "modifiedAt": "2025-03-03T08:10:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['VersionPage'];
        };
      };
      /** @description You have it already. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description Read a version, with a pre-signed address of its bytes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1322315193757119978.1376194625213919784",
           *       "number": 1,
           *       "current": false,
           *       "keepForever": false,
           *       "reason": "created",
           *       "createdAt": "2026-11-22T12:30:21.627Z",
           *       "createdBy": "369528171409614001",
           *       "modifiedAt": "2026-11-22T12:30:21.627Z",
           *       "url": "https://bucket.obs.example.com/object?signature=..."
           *     }
           */
          'application/json': components['schemas']['Version'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
      /** @description Delete a version for good */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
      /** @description Say whether a version is kept for ever */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1368169447808826492.1341614958348634632",
           *       "number": 1,
           *       "current": false,
           *       "keepForever": true,
           *       "reason": "created",
           *       "createdAt": "2026-11-22T12:30:23.394Z",
           *       "createdBy": "369528171409614001",
           *       "modifiedAt": "2026-11-22T12:30:23.419Z",
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
      /** @description Make an old version the current one */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
      /** @description Look into an archive */
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
      409: components['responses']['Problem409IdempotencyUpstream'];
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
  'syncfolders.open': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *       "name": "in step 9ky 30"
         *     }
         */
        'application/json': components['schemas']['OpenSyncFolderBody'];
      };
    };
    responses: {
      /** @description Open a folder for synchronisation */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "FOi8KRkFJHb4Vd0jhQF3ZrrMlCP3sF919",
           *       "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *       "name": "in step 9ky 30",
           *       "existed": false
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
      /** @description End the synchronisation of a folder */
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
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the call before; without it, from the beginning. */
        cursor?: string;
        /** @description Your device. */
        deviceId?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description Read what has changed below a sync folder */
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
          'application/json': components['schemas']['Changes'];
        };
      };
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, name, parentId, organizationDepartmentId. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description List the departments right below this one; below the root when left out. */
        parent?: string;
        /** @description Text to look for in the names of that level. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "made d 9ky 32",
         *       "parentId": "1289173650183882753"
         *     }
         */
        'application/json': components['schemas']['CreateDepartmentBody'];
      };
    };
    responses: {
      /** @description Make a department */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1331589225875083365",
           *       "name": "made d 9ky 32",
           *       "parentId": "1289173650183882753",
           *       "organizationDepartmentId": "eb48fde3199d72115e329bc2a413b44c"
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
        /** @description Where the tree begins; at the root when left out. */
        root?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read the whole tree of departments */
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
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, name, parentId, organizationDepartmentId. */
        fields?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The id of what is to go, once more: this cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
         *       "parentId": "1289173668999530433"
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
           *       "id": "1289173650183882753",
           *       "name": "Sales 销售部",
           *       "parentId": "1289173668999530433",
           *       "organizationDepartmentId": "3d7b6bd4a065e5b7b365603d3f1a25a3"
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
        /** @description Answer only these fields, separated by commas: id, organizationUserId, name, departmentId, departmentName, mobile, role, status. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Only users of this department and of those below it; of all when left out. */
        department?: string;
        /** @description Only users right in the department. */
        direct?: boolean;
        /** @description Text to look for in names. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "organizationUserId": "100866923260833136",
         *       "departmentId": "1289173668999530369"
         *     }
         */
        'application/json': components['schemas']['AddUserBody'];
      };
    };
    responses: {
      /** @description Add a person of OrgID */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1339777285633292959",
           *       "organizationUserId": "100866923260833136"
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
        /** @description Count users of this department and of those below it; all when left out. */
        department?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "departmentId": "1289173668999530369",
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
      409: components['responses']['Problem409IdempotencyUpstream'];
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
  'users.read': {
    parameters: {
      query?: {
        /** @description Answer only these fields, separated by commas: id, organizationUserId, name, departmentId, departmentName, mobile, role, status. */
        fields?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The id of what is to go, once more: this cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
         *       "status": "enabled"
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
           *       "id": "1339777285633292959",
           *       "organizationUserId": "100866923260833136",
           *       "name": "User 3136",
           *       "departmentId": "1289173668999530369",
           *       "departmentName": "Engineering",
           *       "mobile": "0086139****0000",
           *       "role": "member",
           *       "status": "enabled"
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
      /** @description Ask for more users */
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
        /** @description Answer only these fields, separated by commas: id, kind, name, ownerId, iconUrl, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Only groups of this kind. `group`: has a space of its own; `user-group`: a plain list of people (inferred). */
        kind?: 'group' | 'user-group';
        /** @description Text to look for in names. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *       "items": [],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['GroupPage'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "made g 9ky 34",
         *       "kind": "group"
         *     }
         */
        'application/json': components['schemas']['CreateGroupBody'];
      };
    };
    responses: {
      /** @description Make a group */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1363847176198577739",
           *       "kind": "group",
           *       "name": "made g 9ky 34",
           *       "ownerId": "369528171409614001",
           *       "createdAt": "2026-11-22T12:30:23.813Z",
           *       "modifiedAt": "2026-11-22T12:30:23.813Z"
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
        /** @description Answer only these fields, separated by commas: id, kind, name, ownerId, iconUrl, createdAt, modifiedAt. */
        fields?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description The id of what is to go, once more: this cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *       "pinned": true
         *     }
         */
        'application/json': components['schemas']['ChangeGroupBody'];
      };
    };
    responses: {
      /** @description Rename a group, change its picture, pin it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1363847176198577739",
           *       "kind": "group",
           *       "name": "made g 9ky 34",
           *       "ownerId": "369528171409614001",
           *       "createdAt": "2026-11-22T12:30:23.813Z",
           *       "modifiedAt": "2026-11-22T12:30:23.836Z"
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
        /** @description Answer only these fields, separated by commas: id, name, departmentId, departmentName, mobile, role, pinned, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Text to look for in names. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *           "id": "1316083732377071108",
           *           "name": "王芳",
           *           "departmentId": "1289173650183882753",
           *           "departmentName": "Sales 销售部",
           *           "mobile": "0086139****3702",
           *           "role": "owner",
           *           "pinned": false,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         },
           *         {
           *           "id": "1316083732377070977",
           *           "name": "Jonas Weber",
           *           "departmentId": "1289173668999530433",
           *           "departmentName": "Platform",
           *           "mobile": "0086139****1234",
           *           "role": "member",
           *           "pinned": false,
           *           "createdAt": "2025-03-03T08:00:00.000Z",
           *           "modifiedAt": "2025-03-03T08:00:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null,
           *       "total": 3
           *     }
           */
          'application/json': components['schemas']['GroupMemberPage'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *         "1316083732377071391",
         *         "369528171409614001"
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
           *           "id": "1316083732377071391",
           *           "status": "done"
           *         },
           *         {
           *           "id": "369528171409614001",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *         "1316083732377070977"
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
           *           "id": "1316083732377070977",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *       "role": "administrator"
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
        /** @description Answer only these fields, separated by commas: id, action, status, name, userId, upstreamCode, createdAt, startedAt, finishedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Only tasks that do this. */
        action?: 'hand-over-and-delete' | 'import';
        /** @description Only tasks in this state. */
        status?: 'waiting' | 'running' | 'succeeded' | 'failed';
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *       "items": [],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['UserTaskPage'];
        };
      };
      /** @description You have it already. */
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
        /** @description The id of what is to go, once more: this cannot be undone. */
        confirm?: string;
      };
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
         *       "receiverId": "369528171409614001"
         *     }
         */
        'application/json': components['schemas']['StartUserTaskBody'];
      };
    };
    responses: {
      /** @description Hand over and delete a user, or import users */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1365509828216960081",
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description You have it already. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description Read what an import came to */
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
      /** @description You have it already. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The user whose files are or were handed over. */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tell who gets the files of a user handed over */
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
          'application/json': components['schemas']['HandOverReceiver'];
        };
      };
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, name, description, kind, status, organizationId, capabilities, createdAt, modifiedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'createdAt' | '-createdAt';
        /** @description Only templates of this kind. */
        kind?: 'preset' | 'custom';
        /** @description Only templates in this state. */
        status?: 'enabled' | 'disabled';
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *       "nextCursor": null,
           *       "total": 4
           *     }
           */
          'application/json': components['schemas']['PermissionTemplatePage'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "made t 9ky 36",
         *       "capabilities": [
         *         "preview",
         *         "delete"
         *       ]
         *     }
         */
        'application/json': components['schemas']['CreateTemplateBody'];
      };
    };
    responses: {
      /** @description Make a permission template */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1312984443928733133",
           *       "name": "made t 9ky 36",
           *       "kind": "custom",
           *       "status": "enabled",
           *       "organizationId": "9190086000001210958",
           *       "capabilities": [
           *         "preview",
           *         "copy"
           *       ],
           *       "createdAt": "2026-11-22T12:30:23.952Z",
           *       "modifiedAt": "2026-11-22T12:30:23.952Z"
           *     }
           */
          'application/json': components['schemas']['PermissionTemplate'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
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
         *         "1312984443928733133"
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
           *           "id": "1312984443928733133",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description Answer only these fields, separated by commas: id, name, description, kind, status, organizationId, capabilities, createdAt, modifiedAt. */
        fields?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *       "id": "1243693141656108002",
           *       "name": "View only",
           *       "description": "View only",
           *       "kind": "preset",
           *       "status": "enabled",
           *       "organizationId": "9190086000001210958",
           *       "capabilities": [
           *         "list"
           *       ],
           *       "createdAt": "2025-03-03T08:00:00.000Z",
           *       "modifiedAt": "2025-03-03T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['PermissionTemplate'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
         *       "status": "disabled"
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
           *       "id": "1340946446811601466",
           *       "name": "made t 9ky 38",
           *       "kind": "custom",
           *       "status": "disabled",
           *       "organizationId": "9190086000001210958",
           *       "capabilities": [
           *         "list"
           *       ],
           *       "createdAt": "2026-11-22T12:30:23.987Z",
           *       "modifiedAt": "2026-11-22T12:30:23.999Z"
           *     }
           */
          'application/json': components['schemas']['PermissionTemplate'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
      /** @description Tell whether a permission template is in use */
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
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: userId, userName, mobile, departmentId, departmentName, groupRole, templateId, templateName, capabilities. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Only members with this template. */
        templateId?: string;
        /** @description Text to look for in names. */
        q?: string;
        /** @description The permissions on this file, in place of the whole space. */
        fileId?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space: of a department or group. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List who may do what in a team space, or with one file of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "userId": "1316083732377070977",
           *           "userName": "Jonas Weber",
           *           "mobile": "0086139****1234",
           *           "departmentId": "1289173668999530433",
           *           "departmentName": "Platform",
           *           "groupRole": "owner",
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space: of a department or group. */
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
         *           "userId": "1316083732377071043",
         *           "templateId": "1243693141656108001"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['GrantPermissionsBody'];
      };
    };
    responses: {
      /** @description Say what members of a team space may do in it, or with one file of it */
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
          'application/json': components['schemas']['BatchResult'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description The space: of a department or group. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what new members of a team space begin with */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description The space: of a department or group. */
        spaceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "capabilities": [
         *         "delete",
         *         "list"
         *       ]
         *     }
         */
        'application/json': components['schemas']['SetDefaultPermissionBody'];
      };
    };
    responses: {
      /** @description Set what new members of a team space begin with */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "capabilities": [
           *         "list",
           *         "preview"
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read how the purchased storage is split, given out and used */
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
           *           "used": 31744
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
      /** @description You have it already. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Add up all individual spaces */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "spaces": 8,
           *       "capacity": 81604378624,
           *       "used": 36864
           *     }
           */
          'application/json': components['schemas']['Usage'];
        };
      };
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: spaces, capacity, used, size. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Add up the individual spaces of each size */
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
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: userId, capacity, used, createdAt, validFrom, validUntil. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Only these users; all when left out. */
        userIds?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *           "used": 11264,
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "from": "individual",
         *       "to": [
         *         {
         *           "kind": "group",
         *           "size": 10737418240
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['TransferBody'];
      };
    };
    responses: {
      /** @description Move storage that is not given out from one kind of space to others */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what the organization has subscribed to */
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
      /** @description You have it already. */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read for how many days archives of packed downloads are kept */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
      /** @description Set for how many days archives of packed downloads are kept */
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read what a page needs to load the OrgID JsSdk */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "scriptUrl": "https://orgid.invalid/jssdk/jssdk.umd.js",
           *       "fallbackScriptUrl": "https://orgid-2.invalid/jssdk/jssdk.umd.js",
           *       "pageToken": "3db415c026ca823db7b0d0bab9deca1578a1e0fd2035cf05f11edf04cf055e7c",
           *       "pageTokenKey": "1795350625534",
           *       "transactionId": "1795350625534",
           *       "configuration": "{\"sdk_auth_code\":\"bac59825450754845b47be396408e033d0a843ee\",\"organization_source\":\"HUAWEI_ID\"}"
           *     }
           */
          'application/json': components['schemas']['JsSdk'];
        };
      };
      /** @description You have it already. */
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
        /** @description Answer only these fields, separated by commas: id, at, operatorName, operatorId, operation, resource, outcome, address, message. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'at' | '-at';
        /** @description Not before this moment. */
        from?: string;
        /** @description Not after this moment. */
        to?: string;
        /** @description The name of who did it. */
        operator?: string;
        /** @description Only these operations, as entries name them. */
        operations?: string;
        /** @description All operations but these. */
        excludedOperations?: string;
        /** @description Inferred: the values upstream are not documented. */
        outcome?: 'done' | 'failed';
        /** @description The network address that it came from. */
        address?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
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
           *           "id": "1335491731844776659",
           *           "at": "2026-11-22T12:30:21.908Z",
           *           "operatorName": "Mei Lin",
           *           "operatorId": "369528171409614001",
           *           "operation": "createTask",
           *           "outcome": "done",
           *           "address": "127.0.0.1",
           *           "message": "success"
           *         },
           *         {
           *           "id": "1398485417713057098",
           *           "at": "2026-11-22T12:30:21.704Z",
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
      /** @description You have it already. */
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
  'batch.answer': {
    parameters: {
      query?: never;
      header?: {
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
           *             "etag": "\"TlZacTb3QWDNHk7aYj3pJRiRp_x\"",
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
           *                 "used": 18432,
           *                 "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
           *               }
           *             ],
           *             "quota": {
           *               "capacity": 21474836480,
           *               "used": 18432
           *             },
           *             "unreadCount": 0,
           *             "failed": []
           *           }
           *         },
           *         {
           *           "id": "spaces",
           *           "status": 200,
           *           "headers": {
           *             "etag": "\"knqiSvfZNPq90LpQs6VV1Sq7o_P\"",
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
           *                 "used": 18432,
           *                 "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
           *               }
           *             ],
           *             "nextCursor": null
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['BatchAnswers'];
        };
      };
      400: components['responses']['Problem400Body'];
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409IdempotencyUpstream'];
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
  'publiclinks.read': {
    parameters: {
      query?: {
        /** @description Answer only these fields, separated by commas: id, code, status, unlocked, sharedBy, createdAt, expiresAt. */
        fields?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open a public link: what a visitor may know of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1331200870010152425",
           *       "code": "1392335765410105388",
           *       "status": "active",
           *       "unlocked": false,
           *       "sharedBy": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "createdAt": "2026-11-22T12:30:22.124Z",
           *       "expiresAt": "2026-11-29T12:30:22.124Z"
           *     }
           */
          'application/json': components['schemas']['ShareLink'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description Code at the end of the link. */
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
        'application/json': components['schemas']['UnlockBody'];
      };
    };
    responses: {
      /** @description Give the access code of a public link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1357305876418438005",
           *       "code": "1340160648492127228",
           *       "status": "active",
           *       "unlocked": true,
           *       "sharedBy": {
           *         "id": "369528171409614001",
           *         "name": "Mei Lin"
           *       },
           *       "createdAt": "2026-11-22T12:30:24.131Z",
           *       "expiresAt": "2026-11-29T12:30:24.131Z"
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
        /** @description Answer only these fields, separated by commas: id, kind, name, mediaType, size, spaceId, parentId, modifiedAt. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Order; a minus sign in front means descending. */
        sort?: 'name' | '-name' | 'size' | '-size' | 'modifiedAt' | '-modifiedAt';
        /** @description The folder to list; the top of the share when left out. */
        parent?: string;
        /** @description Name to look for. */
        q?: string;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
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
           *           "id": "FDPJXsI8JYDaA9pJBh61A7SXIVc9SkAxr",
           *           "kind": "folder",
           *           "name": "Documents",
           *           "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
           *           "modifiedAt": "2025-03-03T08:01:00.000Z"
           *         }
           *       ],
           *       "nextCursor": null
           *     }
           */
          'application/json': components['schemas']['SharedFilePage'];
        };
      };
      /** @description You have it already. */
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
        /** @description Answer 302 to a pre-signed address of the object store in place of the bytes. */
        redirect?: boolean;
      };
      header?: {
        /** @description One range of bytes. */
        Range?: string;
        /** @description An ETag: all bytes where it is no longer right. */
        'If-Range'?: string;
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
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
      /** @description The range asked for. */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The bytes are at the address in Location. */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Problem401Caller'];
      403: components['responses']['Problem403CallerUpstream'];
      404: components['responses']['Problem404Upstream'];
      409: components['responses']['Problem409Upstream'];
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        /** @description Code at the end of the link. */
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "fileIds": [
         *         "FC1A8U8E-TT6Juwav798J5S9-NJja2I59"
         *       ],
         *       "name": "packed"
         *     }
         */
        'application/json': components['schemas']['PackageLinkBody'];
      };
    };
    responses: {
      /** @description Pack files behind a public link */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "1358791869324624679",
           *       "code": "1369724143526515461",
           *       "action": "package",
           *       "status": "waiting",
           *       "progress": 0,
           *       "createdAt": "2026-11-22T12:30:24.000Z",
           *       "entries": [
           *         {
           *           "id": "FC1A8U8E-TT6Juwav798J5S9-NJja2I59",
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
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
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
           *       "id": "1346439577577423170",
           *       "code": "1304012401006198658",
           *       "action": "package",
           *       "status": "running",
           *       "progress": 99,
           *       "createdAt": "2026-11-22T12:30:22.000Z",
           *       "startedAt": "2026-11-22T12:30:22.000Z",
           *       "entries": [
           *         {
           *           "id": "FptfgWpOByluBkOVtMjLwNFlSunzYtYNZ",
           *           "status": "done"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['LinkJob'];
        };
      };
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path: {
        /** @description Code at the end of the link. */
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
        /** @description Answer only these fields, separated by commas: sha256, size, verdict, detail, reviewer, url. */
        fields?: string;
        /** @description Entries a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description true adds addresses of the bytes. */
        withUrls?: boolean;
      };
      header?: {
        /** @description An ETag you have the answer of: 304 while it is still right. */
        'If-None-Match'?: components['parameters']['ifNoneMatch'];
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List contents that were found sensitive */
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
      /** @description You have it already. */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
      /** @description Say what was decided of contents */
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
        /** @description The KooDrive user to act for; needs the scope act-for:users. */
        'X-On-Behalf-Of'?: components['parameters']['onBehalfOf'];
        /** @description Seconds you will wait, 0.05 to 300; decimals allowed. */
        'X-Request-Timeout'?: components['parameters']['requestTimeout'];
        /** @description The same key with the same request gets the first answer again. */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
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
      /** @description Read what was decided of contents, by SHA-256 and size */
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
      409: components['responses']['Problem409IdempotencyUpstream'];
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
}
