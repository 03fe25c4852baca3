// Recorded by `npm run examples`. Do not edit.
import type { OperationExample } from '../examples.js';

export const examples: Readonly<Record<string, OperationExample>> = {
  "GET /auth/session": {
    "url": "/auth/session",
    "response": {
      "id": "Xm8sHyiOVb2lsOPxcFqShTm3n6qc3S65kCbwjzP60Ro",
      "user": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "door": "koodrive",
      "signedInAt": "2026-11-22T12:30:19.419Z",
      "expiresAt": "2026-11-23T00:30:19.419Z",
      "idleExpiresAt": "2026-11-22T13:30:19.419Z",
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
      "store": "memory"
    }
  },
  "GET /v1/audit-log": {
    "url": "/v1/audit-log?limit=100",
    "response": {
      "items": [
        {
          "id": "1335491731844776659",
          "at": "2026-11-22T12:30:21.908Z",
          "operatorName": "Mei Lin",
          "operatorId": "369528171409614001",
          "operation": "createTask",
          "outcome": "done",
          "address": "127.0.0.1",
          "message": "success"
        },
        {
          "id": "1398485417713057098",
          "at": "2026-11-22T12:30:21.704Z",
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
      "items": [],
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
    "url": "/v1/groups/1320279092268104977/members?limit=100",
    "response": {
      "items": [
        {
          "id": "1316083732377071108",
          "name": "王芳",
          "departmentId": "1289173650183882753",
          "departmentName": "Sales 销售部",
          "mobile": "0086139****3702",
          "role": "owner",
          "pinned": false,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        },
        {
          "id": "1316083732377070977",
          "name": "Jonas Weber",
          "departmentId": "1289173668999530433",
          "departmentName": "Platform",
          "mobile": "0086139****1234",
          "role": "member",
          "pinned": false,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null,
      "total": 3
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
      "createdAt": "2026-11-22T12:30:20.000Z",
      "startedAt": "2026-11-22T12:30:20.000Z",
      "finishedAt": "2026-11-22T12:30:20.000Z",
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
      "pageToken": "3db415c026ca823db7b0d0bab9deca1578a1e0fd2035cf05f11edf04cf055e7c",
      "pageTokenKey": "1795350625534",
      "transactionId": "1795350625534",
      "configuration": "{\"sdk_auth_code\":\"bac59825450754845b47be396408e033d0a843ee\",\"organization_source\":\"HUAWEI_ID\"}"
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
          "id": "_1GDWdgGjpOEtiriYWSdSGFsVkDqJxviau4hpWhFp3w",
          "current": true,
          "door": "koodrive",
          "signedInAt": "2026-11-22T12:30:19.731Z",
          "lastSeenAt": "2026-11-22T12:30:19.731Z",
          "expiresAt": "2026-11-23T00:30:19.731Z",
          "userAgent": "node"
        },
        {
          "id": "bC7BWCHSMNJ5O6rEXwMb6AIEgFrjRd5Jh2hSY7Qs4f0",
          "current": false,
          "door": "openid",
          "signedInAt": "2026-11-22T12:30:19.709Z",
          "lastSeenAt": "2026-11-22T12:30:19.709Z",
          "expiresAt": "2026-11-23T00:30:19.709Z",
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
    "url": "/v1/organization/spaces?kind=group&limit=100",
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
          "memberCount": 3,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        },
        {
          "id": "IAADfsBFCO6WtAtuA3662cfe468d61fc23d943f4446e843",
          "kind": "group",
          "name": "Reading Room",
          "ownerId": "1320279092268104977",
          "status": "active",
          "capacity": 10737418240,
          "used": 1024,
          "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA3662cfe468d61fc23d943f4446e843",
          "memberCount": 4,
          "createdAt": "2025-03-03T08:00:00.000Z",
          "modifiedAt": "2025-03-03T08:00:00.000Z"
        }
      ],
      "nextCursor": null,
      "total": 2
    }
  },
  "GET /v1/permission-templates": {
    "url": "/v1/permission-templates?limit=100",
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
      "nextCursor": null,
      "total": 4
    }
  },
  "GET /v1/permission-templates/{templateId}": {
    "url": "/v1/permission-templates/1243693141656108002",
    "response": {
      "id": "1243693141656108002",
      "name": "View only",
      "description": "View only",
      "kind": "preset",
      "status": "enabled",
      "organizationId": "9190086000001210958",
      "capabilities": [
        "list"
      ],
      "createdAt": "2025-03-03T08:00:00.000Z",
      "modifiedAt": "2025-03-03T08:00:00.000Z"
    }
  },
  "GET /v1/permission-templates/{templateId}/usage": {
    "url": "/v1/permission-templates/1243693141656108003/usage",
    "response": {
      "inUse": false
    }
  },
  "GET /v1/public-links/{code}": {
    "url": "/v1/public-links/1392335765410105388",
    "response": {
      "id": "1331200870010152425",
      "code": "1392335765410105388",
      "status": "active",
      "unlocked": false,
      "sharedBy": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "createdAt": "2026-11-22T12:30:22.124Z",
      "expiresAt": "2026-11-29T12:30:22.124Z"
    }
  },
  "GET /v1/public-links/{code}/files": {
    "url": "/v1/public-links/1380284777247886709/files",
    "response": {
      "items": [
        {
          "id": "FDPJXsI8JYDaA9pJBh61A7SXIVc9SkAxr",
          "kind": "folder",
          "name": "Documents",
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "modifiedAt": "2025-03-03T08:01:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/public-links/{code}/jobs/{jobId}": {
    "url": "/v1/public-links/1304012401006198658/jobs/1346439577577423170",
    "response": {
      "id": "1346439577577423170",
      "code": "1304012401006198658",
      "action": "package",
      "status": "running",
      "progress": 99,
      "createdAt": "2026-11-22T12:30:22.000Z",
      "startedAt": "2026-11-22T12:30:22.000Z",
      "entries": [
        {
          "id": "FptfgWpOByluBkOVtMjLwNFlSunzYtYNZ",
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
          "used": 31744
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
      "used": 36864
    }
  },
  "GET /v1/quota/users": {
    "url": "/v1/quota/users?limit=100",
    "response": {
      "items": [
        {
          "userId": "369528171409614001",
          "capacity": 21474836480,
          "used": 11264,
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
    "url": "/v1/share-links/1379845819711108737",
    "response": {
      "id": "1365065785550788017",
      "code": "1379845819711108737",
      "status": "active",
      "unlocked": false,
      "sharedBy": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "createdAt": "2026-11-22T12:30:21.040Z",
      "expiresAt": "2026-11-29T12:30:21.040Z"
    }
  },
  "GET /v1/share-links/{code}/files": {
    "url": "/v1/share-links/1354706249217117275/files",
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
    "url": "/v1/share-links/1370401316558510711/jobs/1305284635901803612",
    "response": {
      "id": "1305284635901803612",
      "code": "1370401316558510711",
      "action": "save",
      "status": "completed",
      "result": "failed",
      "progress": 100,
      "createdAt": "2026-11-22T12:30:21.000Z",
      "startedAt": "2026-11-22T12:30:21.000Z",
      "finishedAt": "2026-11-22T12:30:21.000Z",
      "entries": [
        {
          "id": "F2WSKFou76jmyk1oWan_ddh0yxz-pUtgT",
          "status": "failed",
          "problem": {
            "type": "/problems/refused-by-upstream",
            "title": "Refused by KooDrive",
            "status": 422,
            "detail": "KooDrive refused the call: see \"upstream\".",
            "code": "refused-by-upstream",
            "retryable": false,
            "upstream": {
              "operation": "createBatchTask"
            }
          }
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
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/by-owner": {
    "url": "/v1/spaces/by-owner?kind=department&ownerIds=1289173668999530369",
    "response": {
      "items": [
        {
          "id": "1289173668999530369",
          "status": "done",
          "spaces": [
            {
              "id": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
              "kind": "department",
              "ownerId": "1289173668999530369",
              "status": "active",
              "capacity": 214748364800,
              "used": 12288,
              "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
              "createdAt": "2025-03-03T08:00:00.000Z",
              "modifiedAt": "2025-03-03T08:00:00.000Z"
            }
          ]
        }
      ]
    }
  },
  "GET /v1/spaces/{spaceId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
    "response": {
      "id": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "kind": "individual",
      "ownerId": "369528171409614001",
      "status": "active",
      "capacity": 21474836480,
      "used": 4096,
      "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2025-03-03T08:00:00.000Z",
      "modifiedAt": "2025-03-03T08:00:00.000Z"
    }
  },
  "GET /v1/spaces/{spaceId}/default-permission": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318/default-permission",
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
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files?limit=100&sort=-createdAt",
    "response": {
      "items": [
        {
          "id": "Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S",
          "kind": "file",
          "name": "trip.zip",
          "type": "archive",
          "mediaType": "application/zip",
          "size": 487,
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "createdAt": "2025-03-03T08:11:00.000Z",
          "modifiedAt": "2025-03-03T08:11:00.000Z",
          "owner": "Mei Lin",
          "modifiedBy": "Mei Lin",
          "favorite": false,
          "recycled": false
        },
        {
          "id": "FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S",
          "kind": "file",
          "name": "会议纪要.md",
          "type": "other",
          "mediaType": "text/markdown",
          "size": 24,
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "createdAt": "2025-03-03T08:10:00.000Z",
          "modifiedAt": "2025-03-03T08:10:00.000Z",
          "owner": "Mei Lin",
          "modifiedBy": "Mei Lin",
          "favorite": true,
          "recycled": false
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FDPJXsI8JYDaA9pJBh61A7SXIVc9SkAxr",
    "response": {
      "id": "FDPJXsI8JYDaA9pJBh61A7SXIVc9SkAxr",
      "kind": "folder",
      "name": "Documents",
      "type": "folder",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2025-03-03T08:01:00.000Z",
      "modifiedAt": "2025-03-03T08:01:00.000Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
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
    "url": "/v1/spaces/IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318/files/F-OogM6pZnahks-3dXErr8HcvkT6-hBMZ/stats",
    "response": {
      "size": 665,
      "folderCount": 1,
      "fileCount": 3
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}/versions": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S/versions",
    "response": {
      "items": [
        {
          "id": "1306622116367161605.1375657673708435630",
          "number": 1,
          "current": true,
          "keepForever": false,
          "reason": "created",
          "createdAt": "2025-03-03T08:10:00.000Z",
          "createdBy": "369528171409614001",
          "modifiedAt": "2025-03-03T08:10:00.000Z"
        }
      ],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FIV2so9QQERN6ezUBli3EAx7Ij7edJS8c/versions/1322315193757119978.1376194625213919784",
    "response": {
      "id": "1322315193757119978.1376194625213919784",
      "number": 1,
      "current": false,
      "keepForever": false,
      "reason": "created",
      "createdAt": "2026-11-22T12:30:21.627Z",
      "createdBy": "369528171409614001",
      "modifiedAt": "2026-11-22T12:30:21.627Z",
      "url": "https://bucket.obs.example.com/object?signature=..."
    }
  },
  "GET /v1/spaces/{spaceId}/permissions": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/permissions?limit=100&q=e",
    "response": {
      "items": [
        {
          "userId": "1316083732377070977",
          "userName": "Jonas Weber",
          "mobile": "0086139****1234",
          "departmentId": "1289173668999530433",
          "departmentName": "Platform",
          "groupRole": "owner",
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
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/recycle-bin?limit=100&type=image",
    "response": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/{spaceId}/sync-folders/{folderId}/changes": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/sync-folders/FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm/changes",
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
    "url": "/v1/user-tasks?limit=100&action=hand-over-and-delete&status=succeeded",
    "response": {
      "items": [],
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
    "url": "/v1/users/1316083732377071108/spaces?limit=100",
    "response": {
      "items": [
        {
          "id": "IAADfsBFCO6WtAtuAba4a25a47f1ac138e2ebcf47c2d396",
          "kind": "individual",
          "ownerId": "1316083732377071108",
          "status": "active",
          "capacity": 10737418240,
          "used": 4096,
          "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAba4a25a47f1ac138e2ebcf47c2d396"
        }
      ],
      "nextCursor": null
    }
  },
  "PATCH /v1/departments/{departmentId}": {
    "url": "/v1/departments/1289173650183882753",
    "request": {
      "parentId": "1289173668999530433"
    },
    "response": {
      "id": "1289173650183882753",
      "name": "Sales 销售部",
      "parentId": "1289173668999530433",
      "organizationDepartmentId": "3d7b6bd4a065e5b7b365603d3f1a25a3"
    }
  },
  "PATCH /v1/groups/{groupId}": {
    "url": "/v1/groups/1363847176198577739",
    "request": {
      "pinned": true
    },
    "response": {
      "id": "1363847176198577739",
      "kind": "group",
      "name": "made g 9ky 34",
      "ownerId": "369528171409614001",
      "createdAt": "2026-11-22T12:30:23.813Z",
      "modifiedAt": "2026-11-22T12:30:23.836Z"
    }
  },
  "PATCH /v1/groups/{groupId}/members/{userId}": {
    "url": "/v1/groups/1370109244027787569/members/1316083732377071391",
    "request": {
      "role": "administrator"
    }
  },
  "PATCH /v1/permission-templates/{templateId}": {
    "url": "/v1/permission-templates/1340946446811601466",
    "request": {
      "status": "disabled"
    },
    "response": {
      "id": "1340946446811601466",
      "name": "made t 9ky 38",
      "kind": "custom",
      "status": "disabled",
      "organizationId": "9190086000001210958",
      "capabilities": [
        "list"
      ],
      "createdAt": "2026-11-22T12:30:23.987Z",
      "modifiedAt": "2026-11-22T12:30:23.999Z"
    }
  },
  "PATCH /v1/shares/{shareId}": {
    "url": "/v1/shares/1689759841444195841",
    "request": {
      "comment": "comment 9ky 22"
    },
    "response": {
      "id": "1689759841444195841",
      "code": "1689743054514187771",
      "url": "https://drive.example/cloudfile/#/sharelink/i/1689743054514187771",
      "name": "Documents",
      "status": "active",
      "scope": "organization",
      "comment": "comment 9ky 22",
      "createdAt": "2025-03-03T09:00:00.000Z",
      "expiresAt": "2035-03-03T08:00:00.000Z",
      "extractCode": "Lakes1de"
    }
  },
  "PATCH /v1/spaces/{spaceId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
    "request": {
      "capacity": 21474836480
    },
    "response": {
      "id": "IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
      "kind": "department",
      "ownerId": "1289173668999530369",
      "status": "active",
      "capacity": 21474836480,
      "used": 12288,
      "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
      "createdAt": "2025-03-03T08:00:00.000Z",
      "modifiedAt": "2026-11-22T12:30:24.857Z"
    }
  },
  "PATCH /v1/spaces/{spaceId}/files/{fileId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FeISg1ZiSa7irv_c9KhHXHslH1-5DzJkN",
    "request": {
      "name": "renamed 9ky 15"
    },
    "response": {
      "id": "FeISg1ZiSa7irv_c9KhHXHslH1-5DzJkN",
      "kind": "folder",
      "name": "renamed 9ky 15",
      "type": "folder",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "parentId": "FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm",
      "createdAt": "2026-11-22T12:30:22.816Z",
      "modifiedAt": "2026-11-22T12:30:22.843Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  },
  "PATCH /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/F_YVCOr5r9aFwRvoIfhweaSgtPB9a1aog/versions/1368169447808826492.1341614958348634632",
    "request": {
      "keepForever": true
    },
    "response": {
      "id": "1368169447808826492.1341614958348634632",
      "number": 1,
      "current": false,
      "keepForever": true,
      "reason": "created",
      "createdAt": "2026-11-22T12:30:23.394Z",
      "createdBy": "369528171409614001",
      "modifiedAt": "2026-11-22T12:30:23.419Z",
      "url": "https://bucket.obs.example.com/object?signature=..."
    }
  },
  "PATCH /v1/spaces/{spaceId}/permissions": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318/permissions",
    "request": {
      "grants": [
        {
          "userId": "1316083732377071043",
          "templateId": "1243693141656108001"
        }
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
  "PATCH /v1/users/{userId}": {
    "url": "/v1/users/1339777285633292959",
    "request": {
      "status": "enabled"
    },
    "response": {
      "id": "1339777285633292959",
      "organizationUserId": "100866923260833136",
      "name": "User 3136",
      "departmentId": "1289173668999530369",
      "departmentName": "Engineering",
      "mobile": "0086139****0000",
      "role": "member",
      "status": "enabled"
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
            "etag": "\"TlZacTb3QWDNHk7aYj3pJRiRp_x\"",
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
                "used": 18432,
                "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
              }
            ],
            "quota": {
              "capacity": 21474836480,
              "used": 18432
            },
            "unreadCount": 0,
            "failed": []
          }
        },
        {
          "id": "spaces",
          "status": 200,
          "headers": {
            "etag": "\"knqiSvfZNPq90LpQs6VV1Sq7o_P\"",
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
                "used": 18432,
                "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
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
      "name": "made d 9ky 32",
      "parentId": "1289173650183882753"
    },
    "response": {
      "id": "1331589225875083365",
      "name": "made d 9ky 32",
      "parentId": "1289173650183882753",
      "organizationDepartmentId": "eb48fde3199d72115e329bc2a413b44c"
    }
  },
  "POST /v1/groups": {
    "url": "/v1/groups",
    "request": {
      "name": "made g 9ky 34",
      "kind": "group"
    },
    "response": {
      "id": "1363847176198577739",
      "kind": "group",
      "name": "made g 9ky 34",
      "ownerId": "369528171409614001",
      "createdAt": "2026-11-22T12:30:23.813Z",
      "modifiedAt": "2026-11-22T12:30:23.813Z"
    }
  },
  "POST /v1/groups/{groupId}/members": {
    "url": "/v1/groups/1370109244027787569/members",
    "request": {
      "userIds": [
        "1316083732377071391",
        "369528171409614001"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1316083732377071391",
          "status": "done"
        },
        {
          "id": "369528171409614001",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/groups/{groupId}/members/remove": {
    "url": "/v1/groups/1320279092268104977/members/remove",
    "request": {
      "userIds": [
        "1316083732377070977"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1316083732377070977",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/jobs": {
    "url": "/v1/jobs",
    "request": {
      "action": "restore",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "fileIds": [
        "FZ36S2XO7IGFpA7YtWLofjCwsfCqogJ71"
      ]
    },
    "response": {
      "id": "1325384730335272013",
      "action": "restore",
      "status": "waiting",
      "progress": 0,
      "entryCount": 1,
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2026-11-22T12:30:23.000Z",
      "entries": [
        {
          "id": "FZ36S2XO7IGFpA7YtWLofjCwsfCqogJ71",
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
      "createdAt": "2026-11-22T12:30:23.000Z",
      "finishedAt": "2026-11-22T12:30:23.000Z",
      "entries": [
        {
          "id": "FqkRB8lYDGTmO4hX5lPKBFgUg0i2G8mbd",
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
          "fileId": "F2KdYDLeZXVNTZaaMe0xjlhA7hPWKL7fD"
        }
      ]
    },
    "response": {
      "items": [
        {
          "id": "F2KdYDLeZXVNTZaaMe0xjlhA7hPWKL7fD",
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
          "fileId": "Fn5HeGZSHTn8ZI3B4H6ckZLxJ7GxapSkA"
        }
      ]
    },
    "response": {
      "items": [
        {
          "id": "Fn5HeGZSHTn8ZI3B4H6ckZLxJ7GxapSkA",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/messages/delete": {
    "url": "/v1/messages/delete",
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
          "status": "done"
        },
        {
          "id": "1383074398351464804",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/messages/read": {
    "url": "/v1/messages/read",
    "request": {
      "ids": [
        "1383074398351464804"
      ]
    },
    "response": {
      "items": [
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
      "name": "made t 9ky 36",
      "capabilities": [
        "preview",
        "delete"
      ]
    },
    "response": {
      "id": "1312984443928733133",
      "name": "made t 9ky 36",
      "kind": "custom",
      "status": "enabled",
      "organizationId": "9190086000001210958",
      "capabilities": [
        "preview",
        "copy"
      ],
      "createdAt": "2026-11-22T12:30:23.952Z",
      "modifiedAt": "2026-11-22T12:30:23.952Z"
    }
  },
  "POST /v1/permission-templates/delete": {
    "url": "/v1/permission-templates/delete",
    "request": {
      "ids": [
        "1312984443928733133"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1312984443928733133",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/public-links/{code}/jobs": {
    "url": "/v1/public-links/1369724143526515461/jobs",
    "request": {
      "fileIds": [
        "FC1A8U8E-TT6Juwav798J5S9-NJja2I59"
      ],
      "name": "packed"
    },
    "response": {
      "id": "1358791869324624679",
      "code": "1369724143526515461",
      "action": "package",
      "status": "waiting",
      "progress": 0,
      "createdAt": "2026-11-22T12:30:24.000Z",
      "entries": [
        {
          "id": "FC1A8U8E-TT6Juwav798J5S9-NJja2I59",
          "status": "waiting"
        }
      ]
    }
  },
  "POST /v1/public-links/{code}/unlock": {
    "url": "/v1/public-links/1340160648492127228/unlock",
    "request": {
      "extractCode": "a1B2c3D4"
    },
    "response": {
      "id": "1357305876418438005",
      "code": "1340160648492127228",
      "status": "active",
      "unlocked": true,
      "sharedBy": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "createdAt": "2026-11-22T12:30:24.131Z",
      "expiresAt": "2026-11-29T12:30:24.131Z"
    }
  },
  "POST /v1/quota/transfers": {
    "url": "/v1/quota/transfers",
    "request": {
      "from": "individual",
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
    "url": "/v1/share-links/1370853618776360255/jobs",
    "request": {
      "action": "save",
      "fileIds": [
        "FXHbpiJmIkvYicnBu00LrEh_9H73Q3jti"
      ],
      "targetSpaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
    },
    "response": {
      "id": "1365654090331033895",
      "code": "1370853618776360255",
      "action": "save",
      "status": "waiting",
      "progress": 0,
      "createdAt": "2026-11-22T12:30:23.000Z",
      "entries": [
        {
          "id": "FXHbpiJmIkvYicnBu00LrEh_9H73Q3jti",
          "status": "waiting"
        }
      ]
    }
  },
  "POST /v1/share-links/{code}/unlock": {
    "url": "/v1/share-links/1308789734381310775/unlock",
    "request": {
      "extractCode": "a1B2c3D4"
    },
    "response": {
      "id": "1301778448281723813",
      "code": "1308789734381310775",
      "status": "active",
      "unlocked": true,
      "sharedBy": {
        "id": "369528171409614001",
        "name": "Mei Lin"
      },
      "createdAt": "2026-11-22T12:30:23.282Z",
      "expiresAt": "2026-11-29T12:30:23.282Z"
    }
  },
  "POST /v1/shares": {
    "url": "/v1/shares",
    "request": {
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "fileIds": [
        "FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm"
      ],
      "scope": "selected",
      "validDays": 7,
      "userIds": [
        "1316083732377071455",
        "1316083732377071391"
      ]
    },
    "response": {
      "id": "1330185733798287933",
      "code": "1361014805304471200",
      "url": "https://drive.example/cloudfile/#/sharelink/i/1361014805304471200",
      "name": "in step 9ky 8",
      "status": "active",
      "scope": "selected",
      "createdAt": "2026-11-22T12:30:23.209Z",
      "expiresAt": "2026-11-29T12:30:23.209Z",
      "users": [
        {
          "id": "1316083732377071455",
          "name": "陈伟"
        },
        {
          "id": "1316083732377071391",
          "name": "Dmitri Petrov"
        }
      ]
    }
  },
  "POST /v1/shares/cancel": {
    "url": "/v1/shares/cancel",
    "request": {
      "shareIds": [
        "1317532295683837592"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1317532295683837592",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/shares/received/leave": {
    "url": "/v1/shares/received/leave",
    "request": {
      "shareIds": [
        "1689759841444195843"
      ]
    },
    "response": {
      "items": [
        {
          "id": "1689759841444195843",
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
      "id": "IAADfsBFCO6WtAtuA451513693196c52c2126a563be5d2e",
      "kind": "group",
      "ownerId": "1357161530846246821",
      "status": "active",
      "capacity": 10737418240,
      "used": 0,
      "rootFolderId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuA451513693196c52c2126a563be5d2e",
      "createdAt": "2026-11-22T12:30:22.737Z",
      "modifiedAt": "2026-11-22T12:30:22.737Z",
      "name": "made s 9ky 12",
      "members": []
    }
  },
  "POST /v1/spaces/{spaceId}/download-links": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/download-links",
    "request": {
      "fileIds": [
        "FIV2so9QQERN6ezUBli3EAx7Ij7edJS8c"
      ]
    },
    "response": {
      "items": [
        {
          "id": "FIV2so9QQERN6ezUBli3EAx7Ij7edJS8c",
          "status": "done",
          "url": "https://bucket.obs.example.com/object?signature=...",
          "name": "versioned 9ky 6.txt"
        }
      ]
    }
  },
  "POST /v1/spaces/{spaceId}/files/{fileId}/entries": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAba4a25a47f1ac138e2ebcf47c2d396/files/F2l62KFTfeK0Linbdcz9c9yZPzy2ZGU3r/entries",
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
      "name": "folder 9ky 14",
      "parentId": "FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm"
    },
    "response": {
      "id": "FeISg1ZiSa7irv_c9KhHXHslH1-5DzJkN",
      "kind": "folder",
      "name": "folder 9ky 14",
      "type": "folder",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "parentId": "FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm",
      "createdAt": "2026-11-22T12:30:22.816Z",
      "modifiedAt": "2026-11-22T12:30:22.816Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  },
  "POST /v1/spaces/{spaceId}/sync-folders": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/sync-folders",
    "request": {
      "name": "in step 9ky 30"
    },
    "response": {
      "id": "FOi8KRkFJHb4Vd0jhQF3ZrrMlCP3sF919",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "name": "in step 9ky 30",
      "existed": false
    }
  },
  "POST /v1/spaces/{spaceId}/uploads": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/uploads",
    "request": {
      "name": "begun 9ky 18.txt",
      "size": 1000
    },
    "response": {
      "id": "FbV4NwEPsOdwSijecZsiQn56f0Epdvhmb",
      "name": "begun 9ky 18.txt",
      "partSize": 8388608,
      "partCount": 1,
      "parts": [
        {
          "number": 1,
          "size": 1000,
          "url": "https://bucket.obs.example.com/object?signature=..."
        }
      ],
      "expiresAt": "2026-11-22T13:30:22.948Z"
    }
  },
  "POST /v1/spaces/{spaceId}/uploads/{uploadId}/complete": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/uploads/FjrclQYLqRBGKD4i8m3WeoIMIDbrlutrQ/complete",
    "request": {},
    "response": {
      "id": "FjrclQYLqRBGKD4i8m3WeoIMIDbrlutrQ",
      "kind": "file",
      "name": "upload 9ky 20.txt",
      "type": "other",
      "mediaType": "application/octet-stream",
      "size": 12,
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2026-11-22T12:30:22.996Z",
      "modifiedAt": "2026-11-22T12:30:23.010Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  },
  "POST /v1/spaces/{spaceId}/uploads/{uploadId}/parts": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/uploads/FSKncKCAfZw-sMgahtfqjTZGvYRYRF3V_/parts",
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
      "receiverId": "369528171409614001"
    },
    "response": {
      "id": "1365509828216960081",
      "action": "hand-over-and-delete",
      "status": "waiting",
      "name": "Hand over 陈伟",
      "userId": "369528171409614001"
    }
  },
  "POST /v1/users": {
    "url": "/v1/users",
    "request": {
      "organizationUserId": "100866923260833136",
      "departmentId": "1289173668999530369"
    },
    "response": {
      "id": "1339777285633292959",
      "organizationUserId": "100866923260833136"
    }
  },
  "POST /v1/users/import-checks": {
    "url": "/v1/users/import-checks",
    "request": {
      "departmentId": "1289173668999530369",
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
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/content?name=note+9ky+17.txt&parent=FdKqBt2OJX7YbgrbEkrWemxD94JXZBf_N",
    "response": {
      "id": "FqkRB8lYDGTmO4hX5lPKBFgUg0i2G8mbd",
      "kind": "file",
      "name": "note 9ky 17.txt",
      "type": "other",
      "mediaType": "application/octet-stream",
      "size": 3133,
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "parentId": "FdKqBt2OJX7YbgrbEkrWemxD94JXZBf_N",
      "createdAt": "2026-11-22T12:30:22.920Z",
      "modifiedAt": "2026-11-22T12:30:22.926Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  },
  "PUT /v1/spaces/{spaceId}/default-permission": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuA2ac71f6710768c345bb77b526107de/default-permission",
    "request": {
      "capabilities": [
        "delete",
        "list"
      ]
    },
    "response": {
      "capabilities": [
        "list",
        "preview"
      ]
    }
  },
  "PUT /v1/spaces/{spaceId}/files/{fileId}/content": {
    "url": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S/content",
    "response": {
      "id": "Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S",
      "kind": "file",
      "name": "trip.zip",
      "type": "archive",
      "mediaType": "application/zip",
      "size": 22,
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "parentId": "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "createdAt": "2025-03-03T08:11:00.000Z",
      "modifiedAt": "2026-11-22T12:30:22.865Z",
      "owner": "Mei Lin",
      "modifiedBy": "Mei Lin",
      "recycled": false
    }
  }
};
