// Recorded by `npm run examples`. Do not edit.
import type { OperationExample } from '../examples.js';

export const examples: Readonly<Record<string, OperationExample>> = {
  "GET /auth/session": {
    "url": "/auth/session",
    "response": {
      "id": "-Iclv1cA5USYBQkH5HWnKarJeOjCyEUXtu4EhEq1GXA",
      "user": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "door": "koodrive",
      "signedInAt": "2026-12-01T00:04:35.784Z",
      "expiresAt": "2026-12-01T12:04:35.784Z",
      "idleExpiresAt": "2026-12-01T01:04:35.784Z",
      "scopes": [
        "me:read",
        "spaces:read"
      ]
    }
  },
  "GET /live": {
    "url": "/live",
    "response": {
      "status": "ok"
    }
  },
  "GET /ready": {
    "url": "/ready",
    "response": {
      "status": "ok",
      "store": "memory",
      "dependencies": [
        {
          "name": "koodrive",
          "state": "up"
        },
        {
          "name": "objectStore",
          "state": "up"
        }
      ]
    }
  },
  "GET /v1/audit-log": {
    "url": "/v1/audit-log?limit=100",
    "response": {
      "items": [
        {
          "id": "1348541771305709818",
          "at": "2026-12-01T00:04:41.953Z",
          "operatorName": "Mei Lin",
          "operatorId": "369528171409614001",
          "operation": "createTask",
          "outcome": "done",
          "address": "127.0.0.1",
          "message": "success"
        },
        {
          "id": "1321355216280732736",
          "at": "2026-12-01T00:04:41.296Z",
          "operatorName": "Mei Lin",
          "operatorId": "369528171409614001",
          "operation": "createSyncDir",
          "resource": "in step 9ky 8",
          "outcome": "done",
          "address": "127.0.0.1",
          "message": "success"
        }
      ],
      "nextCursor": null,
      "total": 25
    }
  },
  "GET /v1/departments": {
    "url": "/v1/departments?limit=100",
    "response": {
      "items": [
        {
          "id": "1289173668999530369",
          "name": "Engineering",
          "parentId": "1243693141656107521",
          "organizationDepartmentId": "ffcd9d928de2259078c16e09cdb807ec"
        },
        {
          "id": "1289173650183882753",
          "name": "Sales 销售部",
          "parentId": "1243693141656107521",
          "organizationDepartmentId": "3d7b6bd4a065e5b7b365603d3f1a25a3"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/departments/tree": {
    "url": "/v1/departments/tree",
    "response": {
      "items": [
        {
          "id": "1243693141656107521",
          "name": "Lakeside Works",
          "organizationDepartmentId": "820b852c35d6da0ebe4ff2a1dcbb1b29",
          "children": [
            {
              "id": "1289173668999530369",
              "name": "Engineering",
              "parentId": "1243693141656107521",
              "organizationDepartmentId": "ffcd9d928de2259078c16e09cdb807ec",
              "children": [
                {
                  "id": "1289173668999530433",
                  "name": "Platform",
                  "parentId": "1289173668999530369",
                  "organizationDepartmentId": "6c5ac8408626c6a391f09f4089df1fa5",
                  "children": [
                    {
                      "id": "1289173668999530497",
                      "name": "Storage",
                      "parentId": "1289173668999530433",
                      "organizationDepartmentId": "a1c0159c39b9d6b9ecdde8fca9db1bb4",
                      "children": []
                    }
                  ]
                }
              ]
            },
            {
              "id": "1289173650183882753",
              "name": "Sales 销售部",
              "parentId": "1243693141656107521",
              "organizationDepartmentId": "3d7b6bd4a065e5b7b365603d3f1a25a3",
              "children": []
            }
          ]
        }
      ],
      "count": 5,
      "complete": true
    }
  },
  "GET /v1/departments/{departmentId}": {
    "url": "/v1/departments/1289173668999530369",
    "response": {
      "id": "1289173668999530369",
      "name": "Engineering",
      "parentId": "1243693141656107521",
      "organizationDepartmentId": "ffcd9d928de2259078c16e09cdb807ec"
    }
  },
  "GET /v1/groups": {
    "url": "/v1/groups?limit=100",
    "response": {
      "items": [
        {
          "id": "1320279092268104961",
          "kind": "group",
          "name": "Launch 发布",
          "ownerId": "1316083732377070977",
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/groups/{groupId}": {
    "url": "/v1/groups/1320279092268104961",
    "response": {
      "id": "1320279092268104961",
      "kind": "group",
      "name": "Launch 发布",
      "ownerId": "1316083732377070977",
      "createdAt": "2025-03-03T08:00:00.000Z",
      "modifiedAt": "2025-03-03T08:00:00.000Z"
    }
  },
  "GET /v1/groups/{groupId}/members": {
    "url": "/v1/groups/1320279092268104961/members?limit=100",
    "response": {
      "items": [
        {
          "id": "1316083732377070977",
          "name": "Jonas Weber",
          "departmentId": "1289173668999530433",
          "departmentName": "Platform",
          "mobile": "0086139****1234",
          "role": "owner",
          "pinned": false,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        },
        {
          "id": "1316083732377071043",
          "name": "Amara Okafor",
          "departmentId": "1289173668999530369",
          "departmentName": "Engineering",
          "mobile": "0086139****2468",
          "role": "member",
          "pinned": false,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null,
      "total": 4
    }
  },
  "GET /v1/jobs": {
    "url": "/v1/jobs?limit=100",
    "response": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/jobs/{jobId}": {
    "url": "/v1/jobs/1349079865088539943",
    "response": {
      "id": "1349079865088539943",
      "action": "copy",
      "status": "completed",
      "result": "succeeded",
      "progress": 100,
      "entryCount": 1,
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2026-12-01T00:04:38.000Z",
      "startedAt": "2026-12-01T00:04:38.000Z",
      "finishedAt": "2026-12-01T00:04:38.000Z",
      "entries": [
        {
          "id": "FSS6XN4ATkRlbye24GJ1XIQJsdYnT5A5c",
          "status": "done",
          "newId": "FBS1KxZaZ2e-QFtBuypSUpGMu_oHl8Blh"
        }
      ]
    }
  },
  "GET /v1/js-sdk": {
    "url": "/v1/js-sdk",
    "response": {
      "scriptUrl": "https://orgid.invalid/jssdk/jssdk.umd.js",
      "fallbackScriptUrl": "https://orgid-2.invalid/jssdk/jssdk.umd.js",
      "pageToken": "6ed069468b2f5ea27956e63bf81e564f1ce3bc92101fa88780ba4611d97ddd96",
      "pageTokenKey": "1796083490633",
      "transactionId": "1796083490633",
      "configuration": "{\"sdk_auth_code\":\"f7f65349aef03acaa3237918312811b31a86498d\",\"organization_source\":\"HUAWEI_ID\"}"
    }
  },
  "GET /v1/me": {
    "url": "/v1/me",
    "response": {
      "profile": {
        "id": "369528171409614001",
        "name": "Mei Lin",
        "departmentId": "1243693141656107521",
        "departmentName": "Lakeside Works",
        "role": "system-administrator"
      },
      "spaces": [
        {
          "id": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "kind": "individual",
          "ownerId": "369528171409614001",
          "status": "active",
          "capacity": 21474836480,
          "used": 4096,
          "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
        },
        {
          "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
          "kind": "group",
          "name": "Launch 发布",
          "ownerId": "1320279092268104961",
          "status": "active",
          "capacity": 10737418240,
          "used": 3072,
          "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
          "memberCount": 4,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        }
      ],
      "quota": {
        "capacity": 21474836480,
        "used": 4096
      },
      "unreadCount": 2,
      "failed": []
    }
  },
  "GET /v1/me/favorites": {
    "url": "/v1/me/favorites?limit=100&type=audio",
    "response": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/me/recent": {
    "url": "/v1/me/recent?limit=100",
    "response": {
      "items": [
        {
          "file": {
            "id": "Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S",
            "kind": "file",
            "name": "trip.zip",
            "type": "archive",
            "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
            "owner": "Mei Lin",
            "favorite": false
          },
          "action": "viewed",
          "at": "2025-03-03T09:00:00.000Z",
          "state": "available",
          "spaceKind": "individual"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/me/related": {
    "url": "/v1/me/related?limit=100",
    "response": {
      "items": [
        {
          "id": "1689759841444195843",
          "action": "shared",
          "by": "Sofía Álvarez",
          "name": "价格表.csv",
          "files": [
            {
              "id": "Fp-TK4B4jWNnSGEF3aDkz1wbvRgot1j4m",
              "kind": "file",
              "name": "价格表.csv",
              "type": "excel",
              "mediaType": "text/csv",
              "size": 21,
              "spaceId": "IAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
              "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
              "createdAt": "2025-03-03T08:03:00.000Z",
              "modifiedAt": "2025-03-03T08:03:00.000Z",
              "owner": "Sofía Álvarez",
              "modifiedBy": "Sofía Álvarez",
              "favorite": false,
              "recycled": false
            }
          ],
          "at": "2025-03-03T11:00:00.000Z",
          "expiresAt": "2035-03-03T08:00:00.000Z"
        },
        {
          "id": "1689759841444195842",
          "action": "shared",
          "by": "Amara Okafor",
          "name": "Specifications and 1 more",
          "files": [
            {
              "id": "F-OogM6pZnahks-3dXErr8HcvkT6-hBMZ",
              "kind": "folder",
              "name": "Specifications",
              "type": "folder",
              "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
              "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
              "createdAt": "2025-03-03T08:52:00.000Z",
              "modifiedAt": "2025-03-03T08:52:00.000Z",
              "owner": "Amara Okafor",
              "modifiedBy": "Amara Okafor",
              "favorite": false,
              "recycled": false
            },
            {
              "id": "Fkfof3j7k5A_QvA-riNk1f9f86HvMWSqh",
              "kind": "file",
              "name": "Roadmap.pdf",
              "type": "other",
              "mediaType": "application/pdf",
              "size": 594,
              "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
              "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
              "createdAt": "2025-03-03T08:57:00.000Z",
              "modifiedAt": "2025-03-03T08:57:00.000Z",
              "owner": "Amara Okafor",
              "modifiedBy": "Amara Okafor",
              "favorite": false,
              "recycled": false
            }
          ],
          "at": "2025-03-03T10:00:00.000Z",
          "expiresAt": "2035-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null,
      "total": 2
    }
  },
  "GET /v1/me/sessions": {
    "url": "/v1/me/sessions",
    "response": {
      "items": [
        {
          "id": "qMGWPqIXk9uoL02pYjvMBBjpveEi6knkptg19zqKyRo",
          "current": true,
          "door": "koodrive",
          "signedInAt": "2026-12-01T00:04:36.358Z",
          "lastSeenAt": "2026-12-01T00:04:36.358Z",
          "expiresAt": "2026-12-01T12:04:36.358Z",
          "userAgent": "node"
        },
        {
          "id": "D9mI0mpZu2VOIVcX_MOrMgSyb1NJbsA7ACYcuYba4vQ",
          "current": false,
          "door": "openid",
          "signedInAt": "2026-12-01T00:04:36.328Z",
          "lastSeenAt": "2026-12-01T00:04:36.328Z",
          "expiresAt": "2026-12-01T12:04:36.328Z",
          "userAgent": "node"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/messages": {
    "url": "/v1/messages?limit=100&kind=share",
    "response": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/messages/unread-count": {
    "url": "/v1/messages/unread-count",
    "response": {
      "count": 2
    }
  },
  "GET /v1/organization/spaces": {
    "url": "/v1/organization/spaces?kind=department&limit=100",
    "response": {
      "items": [
        {
          "id": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
          "kind": "department",
          "name": "Engineering",
          "ownerId": "1289173668999530369",
          "status": "active",
          "capacity": 214748364800,
          "used": 12288,
          "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
          "memberCount": 4,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        },
        {
          "id": "IAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
          "kind": "department",
          "name": "Sales 销售部",
          "ownerId": "1289173650183882753",
          "status": "active",
          "capacity": 107374182400,
          "used": 1024,
          "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
          "memberCount": 3,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/permission-templates": {
    "url": "/v1/permission-templates?limit=100&status=enabled",
    "response": {
      "items": [
        {
          "id": "1243693141656108004",
          "name": "Download",
          "description": "Download",
          "kind": "preset",
          "status": "enabled",
          "organizationId": "9190086000001210958",
          "capabilities": [
            "list",
            "preview"
          ],
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        },
        {
          "id": "1243693141656108003",
          "name": "Upload",
          "description": "Upload",
          "kind": "preset",
          "status": "enabled",
          "organizationId": "9190086000001210958",
          "capabilities": [
            "list",
            "upload"
          ],
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/permission-templates/{templateId}": {
    "url": "/v1/permission-templates/1243693141656108003",
    "response": {
      "id": "1243693141656108003",
      "name": "Upload",
      "description": "Upload",
      "kind": "preset",
      "status": "enabled",
      "organizationId": "9190086000001210958",
      "capabilities": [
        "list",
        "upload"
      ],
      "createdAt": "2025-03-03T08:00:00.000Z",
      "modifiedAt": "2025-03-03T08:00:00.000Z"
    }
  },
  "GET /v1/permission-templates/{templateId}/usage": {
    "url": "/v1/permission-templates/1243693141656108001/usage",
    "response": {
      "inUse": false
    }
  },
  "GET /v1/public-links/{code}": {
    "url": "/v1/public-links/1398221719574031031",
    "response": {
      "id": "1361712382595106974",
      "code": "1398221719574031031",
      "status": "active",
      "unlocked": false,
      "sharedBy": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "createdAt": "2026-12-01T00:04:42.714Z",
      "expiresAt": "2026-12-08T00:04:42.714Z"
    }
  },
  "GET /v1/public-links/{code}/files": {
    "url": "/v1/public-links/1310189090147723317/files",
    "response": {
      "items": [
        {
          "id": "FWYi7GkK3BfXOu1yRNIWPM7XrY_m6JBcg",
          "kind": "folder",
          "name": "图片",
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "parentId": "FCxZQWovyrV69S8IXif6KuZL0ebyvrri7",
          "modifiedAt": "2025-03-03T08:07:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/public-links/{code}/jobs/{jobId}": {
    "url": "/v1/public-links/1345096575244034064/jobs/1301240100619865824",
    "response": {
      "id": "1301240100619865824",
      "code": "1345096575244034064",
      "action": "package",
      "status": "running",
      "progress": 99,
      "createdAt": "2026-12-01T00:04:43.000Z",
      "startedAt": "2026-12-01T00:04:43.000Z",
      "entries": [
        {
          "id": "F-N5cehOr2ieEfuSuwRaB_ocQvi2kxbdb",
          "status": "done"
        }
      ]
    }
  },
  "GET /v1/quota": {
    "url": "/v1/quota",
    "response": {
      "capacity": 10995116277760,
      "allocated": 425201762304,
      "reserved": 0,
      "used": 47104,
      "kinds": [
        {
          "kind": "department",
          "capacity": 6597069766656,
          "allocated": 322122547200,
          "used": 12288
        },
        {
          "kind": "individual",
          "capacity": 2199023255552,
          "allocated": 81604378624,
          "used": 29696
        }
      ],
      "users": {
        "count": 7,
        "most": 100
      }
    }
  },
  "GET /v1/quota/size-classes": {
    "url": "/v1/quota/size-classes?limit=100",
    "response": {
      "items": [
        {
          "spaces": 1,
          "capacity": 1073741824,
          "used": 4096,
          "size": 1073741824
        },
        {
          "spaces": 1,
          "capacity": 5368709120,
          "used": 1024,
          "size": 5368709120
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/quota/usage": {
    "url": "/v1/quota/usage",
    "response": {
      "spaces": 8,
      "capacity": 81604378624,
      "used": 34816
    }
  },
  "GET /v1/quota/users": {
    "url": "/v1/quota/users?limit=100",
    "response": {
      "items": [
        {
          "userId": "369528171409614001",
          "capacity": 21474836480,
          "used": 9216,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "validFrom": "2025-03-03T08:00:00.000Z",
          "validUntil": "2035-03-03T08:00:00.000Z"
        },
        {
          "userId": "1316083732377070977",
          "capacity": 10737418240,
          "used": 4096,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "validFrom": "2025-03-03T08:00:00.000Z",
          "validUntil": "2035-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/reviews": {
    "url": "/v1/reviews?limit=100",
    "response": {
      "items": [
        {
          "sha256": "d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9",
          "size": 11239,
          "verdict": "high-sensitivity",
          "detail": "{\"label\":\"example\"}",
          "reviewer": "machine"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/search": {
    "url": "/v1/search?q=note&limit=100",
    "response": {
      "items": [],
      "nextCursor": null,
      "total": 0
    }
  },
  "GET /v1/settings/package-retention": {
    "url": "/v1/settings/package-retention",
    "response": {
      "days": 7
    }
  },
  "GET /v1/share-links/{code}": {
    "url": "/v1/share-links/1362969673211747986",
    "response": {
      "id": "1363206810275504314",
      "code": "1362969673211747986",
      "status": "active",
      "unlocked": false,
      "sharedBy": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "createdAt": "2026-12-01T00:04:39.725Z",
      "expiresAt": "2026-12-08T00:04:39.725Z"
    }
  },
  "GET /v1/share-links/{code}/files": {
    "url": "/v1/share-links/1357855507880177984/files",
    "response": {
      "items": [
        {
          "id": "Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S",
          "kind": "file",
          "name": "trip.zip",
          "size": 487,
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "modifiedAt": "2025-03-03T08:11:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/share-links/{code}/jobs/{jobId}": {
    "url": "/v1/share-links/1312195888007710788/jobs/1378665846104693095",
    "response": {
      "id": "1378665846104693095",
      "code": "1312195888007710788",
      "action": "save",
      "status": "completed",
      "result": "succeeded",
      "progress": 100,
      "createdAt": "2026-12-01T00:04:40.000Z",
      "startedAt": "2026-12-01T00:04:40.000Z",
      "finishedAt": "2026-12-01T00:04:40.000Z",
      "entries": [
        {
          "id": "F7ZU8-S95vc4SxCBUg9LR8HCDjbZOCy5a",
          "status": "done",
          "newId": "FC6_IpcvYcxDeRxAeEGWHpkh4kMAyKLb3"
        }
      ]
    }
  },
  "GET /v1/shares": {
    "url": "/v1/shares?limit=100",
    "response": {
      "items": [
        {
          "id": "1689759841444195841",
          "code": "1689743054514187771",
          "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187771",
          "name": "Documents",
          "status": "active",
          "scope": "organization",
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "files": [
            {
              "id": "FDPJXsI8JYDaA9pJBh61A7SXIVc9SkAxr",
              "kind": "folder",
              "name": "Documents",
              "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
              "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
            }
          ],
          "viewCount": 0,
          "createdAt": "2025-03-03T09:00:00.000Z",
          "expiresAt": "2035-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/shares/received": {
    "url": "/v1/shares/received?limit=100&sort=-createdAt",
    "response": {
      "items": [
        {
          "id": "1689759841444195843",
          "code": "1689743054514187773",
          "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187773",
          "name": "价格表.csv",
          "status": "active",
          "scope": "selected",
          "spaceId": "IAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
          "files": [
            {
              "id": "Fp-TK4B4jWNnSGEF3aDkz1wbvRgot1j4m",
              "kind": "file",
              "name": "价格表.csv",
              "mediaType": "text/csv",
              "size": 21,
              "spaceId": "IAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf",
              "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAd4a14a8c459a826d16e8d9f77451cf"
            }
          ],
          "viewCount": 0,
          "createdAt": "2025-03-03T11:00:00.000Z",
          "expiresAt": "2035-03-03T08:00:00.000Z",
          "sharedBy": {
            "id": "1316083732377071217",
            "name": "Sofía Álvarez"
          }
        },
        {
          "id": "1689759841444195842",
          "code": "1689743054514187772",
          "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187772",
          "name": "Specifications and 1 more",
          "status": "active",
          "scope": "selected",
          "comment": "请查收",
          "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
          "files": [
            {
              "id": "F-OogM6pZnahks-3dXErr8HcvkT6-hBMZ",
              "kind": "folder",
              "name": "Specifications",
              "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
              "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318"
            },
            {
              "id": "Fkfof3j7k5A_QvA-riNk1f9f86HvMWSqh",
              "kind": "file",
              "name": "Roadmap.pdf",
              "mediaType": "application/pdf",
              "size": 594,
              "spaceId": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
              "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318"
            }
          ],
          "viewCount": 0,
          "createdAt": "2025-03-03T10:00:00.000Z",
          "expiresAt": "2035-03-03T08:00:00.000Z",
          "sharedBy": {
            "id": "1316083732377071043",
            "name": "Amara Okafor"
          }
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/shares/received/{shareId}": {
    "url": "/v1/shares/received/1689759841444195842",
    "response": {
      "id": "1689759841444195842",
      "code": "1689743054514187772",
      "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187772",
      "name": "Specifications and 1 more",
      "status": "active",
      "comment": "请查收",
      "createdAt": "2025-03-03T10:00:00.000Z",
      "expiresAt": "2035-03-03T08:00:00.000Z",
      "sharedBy": {
        "id": "1316083732377071043",
        "name": "Amara Okafor"
      }
    }
  },
  "GET /v1/shares/{shareId}": {
    "url": "/v1/shares/1689759841444195841",
    "response": {
      "id": "1689759841444195841",
      "code": "1689743054514187771",
      "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187771",
      "name": "Documents",
      "status": "active",
      "scope": "organization",
      "createdAt": "2025-03-03T09:00:00.000Z",
      "expiresAt": "2035-03-03T08:00:00.000Z",
      "extractCode": "Lakes1de"
    }
  },
  "GET /v1/spaces": {
    "url": "/v1/spaces?limit=100&kind=team",
    "response": {
      "items": [
        {
          "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
          "kind": "group",
          "name": "Launch 发布",
          "ownerId": "1320279092268104961",
          "status": "active",
          "capacity": 10737418240,
          "used": 3072,
          "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
          "memberCount": 4,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/by-owner": {
    "url": "/v1/spaces/by-owner?kind=group&ownerIds=1320279092268104961",
    "response": {
      "items": [
        {
          "id": "1320279092268104961",
          "status": "done",
          "spaces": [
            {
              "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
              "kind": "group",
              "ownerId": "1320279092268104961",
              "status": "active",
              "capacity": 10737418240,
              "used": 3072,
              "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
              "createdAt": "2025-03-03T08:00:00.000Z",
              "modifiedAt": "2025-03-03T08:00:00.000Z"
            }
          ]
        }
      ]
    }
  },
  "GET /v1/spaces/{spaceId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
    "response": {
      "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "kind": "group",
      "ownerId": "1320279092268104961",
      "status": "active",
      "capacity": 10737418240,
      "used": 3072,
      "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "createdAt": "2025-03-03T08:00:00.000Z",
      "modifiedAt": "2025-03-03T08:00:00.000Z"
    }
  },
  "GET /v1/spaces/{spaceId}/default-permission": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/default-permission",
    "response": {
      "templateId": "1243693141656108001",
      "templateName": "Manage",
      "capabilities": [
        "list",
        "preview"
      ]
    }
  },
  "GET /v1/spaces/{spaceId}/files": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/files?limit=100",
    "response": {
      "items": [
        {
          "id": "FsPqydd1JJFNTzPk53TQ9lPTEh_XfaQ2T",
          "kind": "folder",
          "name": "Posters",
          "type": "folder",
          "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
          "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
          "createdAt": "2025-03-03T08:02:00.000Z",
          "modifiedAt": "2025-03-03T08:02:00.000Z",
          "owner": "Jonas Weber",
          "modifiedBy": "Jonas Weber",
          "favorite": false,
          "recycled": false
        },
        {
          "id": "F2Mq0Kx-zEdmn7yp2KM5N29xh4UaLdfqU",
          "kind": "file",
          "name": "Checklist.md",
          "type": "other",
          "mediaType": "text/markdown",
          "size": 26,
          "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
          "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
          "createdAt": "2025-03-03T08:01:00.000Z",
          "modifiedAt": "2025-03-03T08:01:00.000Z",
          "owner": "Jonas Weber",
          "modifiedBy": "Jonas Weber",
          "favorite": false,
          "recycled": false
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/files/F2Mq0Kx-zEdmn7yp2KM5N29xh4UaLdfqU",
    "response": {
      "id": "F2Mq0Kx-zEdmn7yp2KM5N29xh4UaLdfqU",
      "kind": "file",
      "name": "Checklist.md",
      "type": "other",
      "mediaType": "text/markdown",
      "size": 26,
      "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "createdAt": "2025-03-03T08:01:00.000Z",
      "modifiedAt": "2025-03-03T08:01:00.000Z",
      "owner": "Jonas Weber",
      "modifiedBy": "Jonas Weber",
      "recycled": false
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}/path": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S/path",
    "response": {
      "path": "/会议纪要.md",
      "ids": [
        "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
        "FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S"
      ]
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}/stats": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/files/Fy57XzQ3atqDuXE1gkusN1hOiUCTT69rV/stats",
    "response": {
      "size": 0,
      "folderCount": 0,
      "fileCount": 0
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}/versions": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/files/F2Mq0Kx-zEdmn7yp2KM5N29xh4UaLdfqU/versions",
    "response": {
      "items": [
        {
          "id": "1330326959591401852.1391593261412173262",
          "number": 1,
          "current": true,
          "keepForever": false,
          "reason": "created",
          "createdAt": "2025-03-03T08:01:00.000Z",
          "createdBy": "1316083732377070977",
          "modifiedAt": "2025-03-03T08:01:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FBwMc_CAEbwWcsX0xgnitquVuE4cZjrXD/versions/1397652372545171612.1359386874018296271",
    "response": {
      "id": "1397652372545171612.1359386874018296271",
      "number": 1,
      "current": false,
      "keepForever": false,
      "reason": "created",
      "createdAt": "2026-12-01T00:04:41.011Z",
      "createdBy": "369528171409614001",
      "modifiedAt": "2026-12-01T00:04:41.011Z",
      "url": "https://bucket.obs.example.com/object?signature=..."
    }
  },
  "GET /v1/spaces/{spaceId}/permissions": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuA3662cfe468d61fc23d943f4446e843/permissions?limit=100",
    "response": {
      "items": [
        {
          "userId": "1316083732377071108",
          "userName": "王芳",
          "mobile": "0086139****3702",
          "departmentId": "1289173650183882753",
          "departmentName": "Sales 销售部",
          "groupRole": "owner",
          "templateId": "1243693141656108001",
          "templateName": "Manage",
          "capabilities": [
            "list",
            "preview"
          ]
        },
        {
          "userId": "1316083732377070977",
          "userName": "Jonas Weber",
          "mobile": "0086139****1234",
          "departmentId": "1289173668999530433",
          "departmentName": "Platform",
          "groupRole": "member",
          "templateId": "1243693141656108001",
          "templateName": "Manage",
          "capabilities": [
            "list",
            "preview"
          ]
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/{spaceId}/recycle-bin": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/recycle-bin?limit=100&type=image",
    "response": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/{spaceId}/sync-folders/{folderId}/changes": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/sync-folders/FiokeOLXiwwsW0dEzApy_gEiHvNIRyJ9Y/changes",
    "response": {
      "items": [],
      "nextCursor": "0",
      "more": false
    }
  },
  "GET /v1/subscription": {
    "url": "/v1/subscription",
    "response": {
      "state": "active",
      "edition": "1",
      "userLimit": 100,
      "capacity": {
        "total": 10995116277760,
        "department": 6597069766656,
        "individual": 2199023255552,
        "group": 2199023255552
      },
      "organization": {
        "id": "9190086000001210958",
        "name": "Lakeside Works",
        "tenantId": "40086000004871666",
        "rootDepartmentId": "1243693141656107521"
      },
      "features": {
        "ai": false,
        "onlineEditing": false,
        "manualReview": false,
        "publicSharing": false
      }
    }
  },
  "GET /v1/user-tasks": {
    "url": "/v1/user-tasks?limit=100",
    "response": {
      "items": [
        {
          "id": "1304775217253306593",
          "action": "import",
          "status": "succeeded",
          "name": "Import",
          "userId": "369528171409614001",
          "createdAt": "2025-03-03T09:30:00.000Z",
          "startedAt": "2025-03-03T09:31:00.000Z",
          "finishedAt": "2025-03-03T09:32:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/user-tasks/{taskId}": {
    "url": "/v1/user-tasks/1304775217253306593",
    "response": {
      "id": "1304775217253306593",
      "action": "import",
      "status": "succeeded",
      "name": "Import",
      "userId": "369528171409614001"
    }
  },
  "GET /v1/user-tasks/{taskId}/result": {
    "url": "/v1/user-tasks/1304775217253306593/result",
    "response": {
      "importedCount": 7,
      "failedCount": 1,
      "failures": [
        {
          "name": "row 8",
          "reason": "The department does not exist."
        }
      ]
    }
  },
  "GET /v1/users": {
    "url": "/v1/users?limit=100",
    "response": {
      "items": [
        {
          "id": "369528171409614001",
          "organizationUserId": "1008600000016806899",
          "name": "Mei Lin",
          "departmentId": "1243693141656107521",
          "departmentName": "Lakeside Works",
          "mobile": "0086139****0000",
          "role": "system-administrator",
          "status": "enabled"
        },
        {
          "id": "1316083732377070977",
          "organizationUserId": "1008600000293202821",
          "name": "Jonas Weber",
          "departmentId": "1289173668999530433",
          "departmentName": "Platform",
          "mobile": "0086139****1234",
          "role": "member",
          "status": "enabled"
        }
      ],
      "nextCursor": null,
      "total": 8
    }
  },
  "GET /v1/users/count": {
    "url": "/v1/users/count?department=1289173668999530369",
    "response": {
      "count": 4
    }
  },
  "GET /v1/users/{userId}": {
    "url": "/v1/users/1316083732377070977",
    "response": {
      "id": "1316083732377070977",
      "organizationUserId": "1008600000293202821",
      "name": "Jonas Weber",
      "departmentId": "1289173668999530433",
      "departmentName": "Platform",
      "mobile": "0086139****1234",
      "role": "member",
      "status": "enabled"
    }
  },
  "GET /v1/users/{userId}/hand-over-receiver": {
    "url": "/v1/users/1316083732377071562/hand-over-receiver",
    "response": {
      "id": "369528171409614001",
      "name": "Mei Lin"
    }
  },
  "GET /v1/users/{userId}/mobile": {
    "url": "/v1/users/369528171409614001/mobile",
    "response": {
      "mobile": "008613910000000"
    }
  },
  "GET /v1/users/{userId}/spaces": {
    "url": "/v1/users/1316083732377071562/spaces?limit=100",
    "response": {
      "items": [
        {
          "id": "IAADfsBFCO6WtAtuA4f8864f8844429bab5d4e3b5f4a2b0",
          "kind": "individual",
          "ownerId": "1316083732377071562",
          "status": "active",
          "capacity": 10737418240,
          "used": 4096,
          "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA4f8864f8844429bab5d4e3b5f4a2b0"
        }
      ],
      "nextCursor": null
    }
  },
  "PATCH /v1/departments/{departmentId}": {
    "url": "/v1/departments/1289173668999530369",
    "request": {
      "name": "named d 9ky 34"
    },
    "response": {
      "id": "1289173668999530369",
      "name": "named d 9ky 34",
      "parentId": "1243693141656107521",
      "organizationDepartmentId": "ffcd9d928de2259078c16e09cdb807ec"
    }
  },
  "PATCH /v1/groups/{groupId}": {
    "url": "/v1/groups/1320279092268104977",
    "request": {
      "pinned": true
    },
    "response": {
      "id": "1320279092268104977",
      "kind": "group",
      "name": "Reading Room",
      "ownerId": "1316083732377071108",
      "createdAt": "2025-03-03T08:00:00.000Z",
      "modifiedAt": "2026-12-01T00:04:49.245Z"
    }
  },
  "PATCH /v1/groups/{groupId}/members/{userId}": {
    "url": "/v1/groups/1320279092268104961/members/1316083732377071108",
    "request": {
      "role": "member"
    }
  },
  "PATCH /v1/permission-templates/{templateId}": {
    "url": "/v1/permission-templates/1315319772879421843",
    "request": {
      "status": "enabled"
    },
    "response": {
      "id": "1315319772879421843",
      "name": "made t 9ky 41",
      "kind": "custom",
      "status": "enabled",
      "organizationId": "9190086000001210958",
      "capabilities": [
        "list"
      ],
      "createdAt": "2026-12-01T00:04:47.504Z",
      "modifiedAt": "2026-12-01T00:04:47.536Z"
    }
  },
  "PATCH /v1/shares/{shareId}": {
    "url": "/v1/shares/1689759841444195841",
    "request": {
      "comment": "comment 9ky 23"
    },
    "response": {
      "id": "1689759841444195841",
      "code": "1689743054514187771",
      "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187771",
      "name": "Documents",
      "status": "active",
      "scope": "organization",
      "comment": "comment 9ky 23",
      "createdAt": "2025-03-03T09:00:00.000Z",
      "expiresAt": "2035-03-03T08:00:00.000Z",
      "extractCode": "Lakes1de"
    }
  },
  "PATCH /v1/spaces/{spaceId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
    "request": {
      "capacity": 22548578304
    },
    "response": {
      "id": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
      "kind": "department",
      "ownerId": "1289173668999530369",
      "status": "active",
      "capacity": 22548578304,
      "used": 12288,
      "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
      "createdAt": "2025-03-03T08:00:00.000Z",
      "modifiedAt": "2026-12-01T00:04:49.865Z"
    }
  },
  "PATCH /v1/spaces/{spaceId}/files/{fileId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FuUSi4ofWyHyMb1lJrX_C6DIMA8co-OdW",
    "request": {
      "name": "renamed 9ky 16"
    },
    "response": {
      "id": "FuUSi4ofWyHyMb1lJrX_C6DIMA8co-OdW",
      "kind": "folder",
      "name": "renamed 9ky 16",
      "type": "folder",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2026-12-01T00:04:38.653Z",
      "modifiedAt": "2026-12-01T00:04:44.456Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  },
  "PATCH /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/files/FIfhweaSgtPB9a1aogPy6zDvYM2lll2OL/versions/1392978440480942329.1332432934796112878",
    "request": {
      "keepForever": true
    },
    "response": {
      "id": "1392978440480942329.1332432934796112878",
      "number": 1,
      "current": false,
      "keepForever": true,
      "reason": "created",
      "createdAt": "2026-12-01T00:04:45.656Z",
      "createdBy": "369528171409614001",
      "modifiedAt": "2026-12-01T00:04:45.790Z",
      "url": "https://bucket.obs.example.com/object?signature=..."
    }
  },
  "PATCH /v1/spaces/{spaceId}/permissions": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/permissions",
    "request": {
      "grants": [
        {
          "userId": "369528171409614001",
          "capabilities": [
            "list",
            "move"
          ]
        }
      ]
    },
    "response": {
      "items": [
        {
          "id": "369528171409614001",
          "status": "done"
        }
      ]
    }
  },
  "PATCH /v1/users/{userId}": {
    "url": "/v1/users/1340397772856332929",
    "request": {
      "departmentId": "1350315892258750833"
    },
    "response": {
      "id": "1340397772856332929",
      "organizationUserId": "100868354257436003",
      "name": "User 6003",
      "departmentId": "1350315892258750833",
      "departmentName": "made d 9ky 33",
      "mobile": "0086139****0000",
      "role": "member",
      "status": "not-activated"
    }
  },
  "POST /v1/batch": {
    "url": "/v1/batch",
    "request": {
      "requests": [
        {
          "id": "me",
          "path": "/v1/me"
        },
        {
          "id": "spaces",
          "path": "/v1/spaces?limit=2"
        }
      ]
    },
    "response": {
      "responses": [
        {
          "id": "me",
          "status": 200,
          "headers": {
            "etag": "\"w0LlkwqAGyH485_IGbE1WUV-r8R\"",
            "cache-status": "koodrive-gateway; fwd=uri-miss; stored"
          },
          "body": {
            "profile": {
              "id": "369528171409614001",
              "name": "Mei Lin",
              "departmentId": "1243693141656107521",
              "departmentName": "Lakeside Works",
              "role": "system-administrator"
            },
            "spaces": [
              {
                "id": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
                "kind": "individual",
                "ownerId": "369528171409614001",
                "status": "active",
                "capacity": 21474836480,
                "used": 15360,
                "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
              },
              {
                "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
                "kind": "group",
                "name": "Launch 发布",
                "ownerId": "1320279092268104961",
                "status": "active",
                "capacity": 10737418240,
                "used": 5120,
                "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
                "memberCount": 4,
                "createdAt": "2025-03-03T08:00:00.000Z",
                "modifiedAt": "2025-03-03T08:00:00.000Z"
              }
            ],
            "quota": {
              "capacity": 21474836480,
              "used": 15360
            },
            "unreadCount": 0,
            "failed": []
          }
        },
        {
          "id": "spaces",
          "status": 200,
          "headers": {
            "etag": "\"9ezhAVcVwuakDD2sZkLfLd-pjzK\"",
            "cache-status": "koodrive-gateway; fwd=uri-miss; stored"
          },
          "body": {
            "items": [
              {
                "id": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
                "kind": "individual",
                "ownerId": "369528171409614001",
                "status": "active",
                "capacity": 21474836480,
                "used": 15360,
                "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
              },
              {
                "id": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
                "kind": "group",
                "name": "Launch 发布",
                "ownerId": "1320279092268104961",
                "status": "active",
                "capacity": 10737418240,
                "used": 5120,
                "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
                "memberCount": 4,
                "createdAt": "2025-03-03T08:00:00.000Z",
                "modifiedAt": "2025-03-03T08:00:00.000Z"
              }
            ],
            "nextCursor": null
          }
        }
      ]
    }
  },
  "POST /v1/departments": {
    "url": "/v1/departments",
    "request": {
      "name": "made d 9ky 33",
      "parentId": "1289173650183882753"
    },
    "response": {
      "id": "1350315892258750833",
      "name": "made d 9ky 33",
      "parentId": "1289173650183882753",
      "organizationDepartmentId": "98eb48fde3199d72115e329bc2a413b4"
    }
  },
  "POST /v1/groups": {
    "url": "/v1/groups",
    "request": {
      "name": "made g 9ky 36",
      "kind": "user-group"
    },
    "response": {
      "id": "1397053078438441362",
      "kind": "user-group",
      "name": "made g 9ky 36",
      "ownerId": "369528171409614001",
      "createdAt": "2026-12-01T00:04:46.877Z",
      "modifiedAt": "2026-12-01T00:04:46.877Z"
    }
  },
  "POST /v1/groups/{groupId}/members": {
    "url": "/v1/groups/1320279092268104977/members",
    "request": {
      "userIds": [
        "1316083732377071043",
        "1316083732377071391"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1316083732377071043",
          "status": "done"
        },
        {
          "id": "1316083732377071391",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/groups/{groupId}/members/remove": {
    "url": "/v1/groups/1320279092268104961/members/remove",
    "request": {
      "userIds": [
        "1316083732377071043"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1316083732377071043",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/jobs": {
    "url": "/v1/jobs",
    "request": {
      "action": "copy",
      "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "fileIds": [
        "FEI1QUnHkcfYkUx0cEGtTZO0E0Z0T1PMe"
      ],
      "targetSpaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "targetFolderId": "root"
    },
    "response": {
      "id": "1312423616175046021",
      "action": "copy",
      "status": "waiting",
      "progress": 0,
      "entryCount": 1,
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2026-12-01T00:04:44.000Z",
      "entries": [
        {
          "id": "FEI1QUnHkcfYkUx0cEGtTZO0E0Z0T1PMe",
          "status": "waiting"
        }
      ]
    }
  },
  "POST /v1/jobs/{jobId}/cancel": {
    "url": "/v1/jobs/1368502918365986671/cancel",
    "response": {
      "id": "1368502918365986671",
      "action": "copy",
      "status": "cancelled",
      "progress": 0,
      "entryCount": 1,
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2026-12-01T00:04:44.000Z",
      "finishedAt": "2026-12-01T00:04:44.000Z",
      "entries": [
        {
          "id": "FCxZQWovyrV69S8IXif6KuZL0ebyvrri7",
          "status": "waiting"
        }
      ]
    }
  },
  "POST /v1/me/favorites": {
    "url": "/v1/me/favorites",
    "request": {
      "files": [
        {
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "fileId": "FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S"
        }
      ]
    },
    "response": {
      "items": [
        {
          "id": "FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/me/favorites/remove": {
    "url": "/v1/me/favorites/remove",
    "request": {
      "files": [
        {
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "fileId": "FBS1KxZaZ2e-QFtBuypSUpGMu_oHl8Blh"
        }
      ]
    },
    "response": {
      "items": [
        {
          "id": "FBS1KxZaZ2e-QFtBuypSUpGMu_oHl8Blh",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/messages/delete": {
    "url": "/v1/messages/delete",
    "request": {
      "ids": [
        "1372254051215908696",
        "1365979323714102847"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1372254051215908696",
          "status": "done"
        },
        {
          "id": "1365979323714102847",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/messages/read": {
    "url": "/v1/messages/read",
    "request": {
      "ids": [
        "1365979323714102847",
        "1383074398351464804"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1365979323714102847",
          "status": "failed",
          "problem": {
            "type": "/problems/not-found",
            "title": "Not found",
            "status": 404,
            "detail": "There is no such thing here, or it is not visible.",
            "code": "not-found",
            "retryable": false,
            "upstream": {
              "operation": "batchReadMessage",
              "code": "13000309"
            }
          }
        },
        {
          "id": "1383074398351464804",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/organization/user-limit": {
    "url": "/v1/organization/user-limit",
    "request": {
      "organizationId": "9190086000001210958"
    }
  },
  "POST /v1/permission-templates": {
    "url": "/v1/permission-templates",
    "request": {
      "name": "made t 9ky 39",
      "capabilities": [
        "download",
        "rename"
      ]
    },
    "response": {
      "id": "1306338124705684875",
      "name": "made t 9ky 39",
      "kind": "custom",
      "status": "enabled",
      "organizationId": "9190086000001210958",
      "capabilities": [
        "download",
        "upload"
      ],
      "createdAt": "2026-12-01T00:04:47.387Z",
      "modifiedAt": "2026-12-01T00:04:47.387Z"
    }
  },
  "POST /v1/permission-templates/delete": {
    "url": "/v1/permission-templates/delete",
    "request": {
      "ids": [
        "1306338124705684875"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1306338124705684875",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/public-links/{code}/jobs": {
    "url": "/v1/public-links/1341435265154617883/jobs",
    "request": {
      "fileIds": [
        "FU8E-TT6Juwav798J5S9-NJja2I59atDT"
      ],
      "name": "packed"
    },
    "response": {
      "id": "1318693246246797254",
      "code": "1341435265154617883",
      "action": "package",
      "status": "waiting",
      "progress": 0,
      "createdAt": "2026-12-01T00:04:48.000Z",
      "entries": [
        {
          "id": "FU8E-TT6Juwav798J5S9-NJja2I59atDT",
          "status": "waiting"
        }
      ]
    }
  },
  "POST /v1/public-links/{code}/unlock": {
    "url": "/v1/public-links/1306484921272281766/unlock",
    "request": {
      "extractCode": "a1B2c3D4"
    },
    "response": {
      "id": "1358764184380054016",
      "code": "1306484921272281766",
      "status": "active",
      "unlocked": true,
      "sharedBy": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "createdAt": "2026-12-01T00:04:48.355Z",
      "expiresAt": "2026-12-08T00:04:48.355Z"
    }
  },
  "POST /v1/quota/transfers": {
    "url": "/v1/quota/transfers",
    "request": {
      "from": "department",
      "to": [
        {
          "kind": "group",
          "size": 10737418240
        }
      ]
    }
  },
  "POST /v1/reviews/find": {
    "url": "/v1/reviews/find",
    "request": {
      "contents": [
        {
          "sha256": "d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9",
          "size": 11239
        }
      ]
    },
    "response": {
      "items": [
        {
          "sha256": "d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9",
          "size": 11239,
          "verdict": "high-sensitivity",
          "reviewer": "person"
        }
      ]
    }
  },
  "POST /v1/share-links/{code}/jobs": {
    "url": "/v1/share-links/1335997648601365258/jobs",
    "request": {
      "action": "save",
      "fileIds": [
        "FYXQV0dYPlcSCTcxiINMlhou8o8XHM7Rq"
      ],
      "targetSpaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057"
    },
    "response": {
      "id": "1370853618776360255",
      "code": "1335997648601365258",
      "action": "save",
      "status": "completed",
      "result": "succeeded",
      "progress": 100,
      "createdAt": "2026-12-01T00:04:45.000Z",
      "startedAt": "2026-12-01T00:04:45.000Z",
      "finishedAt": "2026-12-01T00:04:45.000Z",
      "entries": [
        {
          "id": "FYXQV0dYPlcSCTcxiINMlhou8o8XHM7Rq",
          "status": "done",
          "newId": "FogsldE6CYUIGTV5_jnf_lcM896hzzNy2"
        }
      ]
    }
  },
  "POST /v1/share-links/{code}/unlock": {
    "url": "/v1/share-links/1318950650462801187/unlock",
    "request": {
      "extractCode": "a1B2c3D4"
    },
    "response": {
      "id": "1385592833361044288",
      "code": "1318950650462801187",
      "status": "active",
      "unlocked": true,
      "sharedBy": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "createdAt": "2026-12-01T00:04:45.280Z",
      "expiresAt": "2026-12-08T00:04:45.280Z"
    }
  },
  "POST /v1/shares": {
    "url": "/v1/shares",
    "request": {
      "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "fileIds": [
        "FO5eoWk8DM1CZpGQ-6tL3RrPSpgk0_Pqd"
      ],
      "scope": "external",
      "validDays": 7
    },
    "response": {
      "id": "1361014805304471200",
      "code": "1357794463974305170",
      "url": "https://drive.example/cloudfile/#/sharelink/i/1357794463974305170",
      "name": "shared 9ky 5.txt",
      "status": "active",
      "scope": "external",
      "createdAt": "2026-12-01T00:04:45.053Z",
      "expiresAt": "2026-12-08T00:04:45.053Z"
    }
  },
  "POST /v1/shares/cancel": {
    "url": "/v1/shares/cancel",
    "request": {
      "shareIds": [
        "1340389701528889787"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1340389701528889787",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/shares/received/leave": {
    "url": "/v1/shares/received/leave",
    "request": {
      "shareIds": [
        "1689759841444195842"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1689759841444195842",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/spaces": {
    "url": "/v1/spaces",
    "request": {
      "kind": "group",
      "name": "made s 9ky 12"
    },
    "response": {
      "id": "IAADfsBFCO6WtAtuAb97790b73ffe65e9b2a2850d6a37ad",
      "kind": "group",
      "ownerId": "1384415737442529586",
      "status": "active",
      "capacity": 10737418240,
      "used": 0,
      "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAb97790b73ffe65e9b2a2850d6a37ad",
      "createdAt": "2026-12-01T00:04:44.181Z",
      "modifiedAt": "2026-12-01T00:04:44.181Z",
      "name": "made s 9ky 12",
      "members": []
    }
  },
  "POST /v1/spaces/{spaceId}/download-links": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/download-links",
    "request": {
      "fileIds": [
        "FoD5qLqwnsJJAldRgmRF7f3tub-ro7InY"
      ]
    },
    "response": {
      "items": [
        {
          "id": "FoD5qLqwnsJJAldRgmRF7f3tub-ro7InY",
          "status": "done",
          "url": "https://bucket.obs.example.com/object?signature=...",
          "name": "shared 9ky 3.txt"
        }
      ]
    }
  },
  "POST /v1/spaces/{spaceId}/files/{fileId}/entries": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuA63009ed00d3aab154fb9fd75829d23/files/F75YfLr0dhT4-B9web_jL9XsAqOnI92YO/entries",
    "request": {},
    "response": {
      "items": [
        {
          "path": "plan/",
          "kind": "folder",
          "size": 0,
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        },
        {
          "path": "plan/readme.txt",
          "kind": "file",
          "size": 108,
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        }
      ]
    }
  },
  "POST /v1/spaces/{spaceId}/folders": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/folders",
    "request": {
      "name": "folder 9ky 15",
      "parentId": "root"
    },
    "response": {
      "id": "FzIXLIq_GUiOl5nGRr6sBYJYTtVhf-qsU",
      "kind": "folder",
      "name": "folder 9ky 15",
      "type": "folder",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2026-12-01T00:04:44.410Z",
      "modifiedAt": "2026-12-01T00:04:44.410Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  },
  "POST /v1/spaces/{spaceId}/sync-folders": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/sync-folders",
    "request": {
      "name": "in step 9ky 31"
    },
    "response": {
      "id": "FImOi8KRkFJHb4Vd0jhQF3ZrrMlCP3sF9",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "name": "in step 9ky 31"
    }
  },
  "POST /v1/spaces/{spaceId}/uploads": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/uploads",
    "request": {
      "name": "started 9ky 19.txt",
      "size": 1000
    },
    "response": {
      "id": "FXr0LeGBj1ZYnEwC70SuU9tpQHCu7QNuy",
      "name": "started 9ky 19.txt",
      "partSize": 8388608,
      "partCount": 1,
      "parts": [
        {
          "number": 1,
          "size": 1000,
          "url": "https://bucket.obs.example.com/object?signature=..."
        }
      ],
      "expiresAt": "2026-12-01T01:04:44.651Z"
    }
  },
  "POST /v1/spaces/{spaceId}/uploads/{uploadId}/complete": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/uploads/Fp5JHOsnKg0pSVMD-0Hi97xc6hiSCz1ll/complete",
    "request": {},
    "response": {
      "id": "Fp5JHOsnKg0pSVMD-0Hi97xc6hiSCz1ll",
      "kind": "file",
      "name": "upload 9ky 21.txt",
      "type": "other",
      "mediaType": "application/octet-stream",
      "size": 12,
      "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "createdAt": "2026-12-01T00:04:44.691Z",
      "modifiedAt": "2026-12-01T00:04:44.706Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  },
  "POST /v1/spaces/{spaceId}/uploads/{uploadId}/parts": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/uploads/Fsf7irrSbZK8zAYnP5b1Sy4g0PoyiGaW5/parts",
    "request": {
      "parts": [
        {
          "number": 1,
          "size": 12
        }
      ]
    },
    "response": {
      "items": [
        {
          "number": 1,
          "size": 12,
          "url": "https://bucket.obs.example.com/object?signature=..."
        }
      ]
    }
  },
  "POST /v1/user-tasks": {
    "url": "/v1/user-tasks?confirm=1316083732377071455",
    "request": {
      "action": "hand-over-and-delete",
      "userId": "1316083732377071455",
      "receiverId": "1316083732377071391"
    },
    "response": {
      "id": "1324986743191161296",
      "action": "hand-over-and-delete",
      "status": "waiting",
      "name": "Hand over 陈伟",
      "userId": "369528171409614001"
    }
  },
  "POST /v1/users": {
    "url": "/v1/users",
    "request": {
      "organizationUserId": "100868354257436003",
      "departmentId": "1350315892258750833"
    },
    "response": {
      "id": "1340397772856332929",
      "organizationUserId": "100868354257436003"
    }
  },
  "POST /v1/users/import-checks": {
    "url": "/v1/users/import-checks",
    "request": {
      "departmentId": "1289173650183882753",
      "users": [
        {
          "departmentName": "Sales 销售部"
        }
      ]
    },
    "response": {
      "items": [
        {
          "row": 0,
          "importable": true
        }
      ]
    }
  },
  "PUT /v1/reviews": {
    "url": "/v1/reviews",
    "request": {
      "reviews": [
        {
          "sha256": "d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9",
          "size": 11239,
          "verdict": "high-sensitivity"
        }
      ]
    }
  },
  "PUT /v1/settings/package-retention": {
    "url": "/v1/settings/package-retention",
    "request": {
      "days": 3
    },
    "response": {
      "days": 3
    }
  },
  "PUT /v1/spaces/{spaceId}/content": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/content?name=note+9ky+18.txt&parent=FzIXLIq_GUiOl5nGRr6sBYJYTtVhf-qsU",
    "response": {
      "id": "FTd5FoKL808-0LgfDlgWR6SCVDosMmcBV",
      "kind": "file",
      "name": "note 9ky 18.txt",
      "type": "other",
      "mediaType": "application/octet-stream",
      "size": 3489,
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "parentId": "FzIXLIq_GUiOl5nGRr6sBYJYTtVhf-qsU",
      "createdAt": "2026-12-01T00:04:44.629Z",
      "modifiedAt": "2026-12-01T00:04:44.634Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  },
  "PUT /v1/spaces/{spaceId}/default-permission": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/default-permission",
    "request": {
      "capabilities": [
        "rename",
        "move"
      ]
    },
    "response": {
      "capabilities": [
        "rename",
        "move"
      ]
    }
  },
  "PUT /v1/spaces/{spaceId}/files/{fileId}/content": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/files/F2Mq0Kx-zEdmn7yp2KM5N29xh4UaLdfqU/content",
    "response": {
      "id": "F2Mq0Kx-zEdmn7yp2KM5N29xh4UaLdfqU",
      "kind": "file",
      "name": "Checklist.md",
      "type": "other",
      "mediaType": "text/markdown",
      "size": 22,
      "spaceId": "IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057",
      "createdAt": "2025-03-03T08:01:00.000Z",
      "modifiedAt": "2026-12-01T00:04:44.520Z",
      "owner": "Jonas Weber",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  }
};
