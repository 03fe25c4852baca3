// Recorded by `npm run examples`. Do not edit.
import type { Example } from '../examples.js';

export const examples: Readonly<Record<string, Example>> = {
  "GET /auth/session": {
    "address": "/auth/session",
    "answer": {
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
    "address": "/live",
    "answer": {
      "status": "ok"
    }
  },
  "GET /ready": {
    "address": "/ready",
    "answer": {
      "status": "ok",
      "store": "memory"
    }
  },
  "GET /v1/audit-log": {
    "address": "/v1/audit-log?limit=100",
    "answer": {
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
    "address": "/v1/departments?limit=100",
    "answer": {
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
    "address": "/v1/departments/tree",
    "answer": {
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
    "address": "/v1/departments/1289173668999530369",
    "answer": {
      "id": "1289173668999530369",
      "name": "Engineering",
      "parentId": "1243693141656107521",
      "organizationDepartmentId": "ffcd9d928de2259078c16e09cdb807ec"
    }
  },
  "GET /v1/groups": {
    "address": "/v1/groups?limit=100",
    "answer": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/groups/{groupId}": {
    "address": "/v1/groups/1320279092268104961",
    "answer": {
      "id": "1320279092268104961",
      "kind": "group",
      "name": "Launch 发布",
      "ownerId": "1316083732377070977",
      "createdAt": "2025-03-03T08:00:00.000Z",
      "modifiedAt": "2025-03-03T08:00:00.000Z"
    }
  },
  "GET /v1/groups/{groupId}/members": {
    "address": "/v1/groups/1320279092268104977/members?limit=100",
    "answer": {
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
    "address": "/v1/jobs?limit=100",
    "answer": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/jobs/{jobId}": {
    "address": "/v1/jobs/1349079865088539943",
    "answer": {
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
    "address": "/v1/js-sdk",
    "answer": {
      "scriptUrl": "https://orgid.invalid/jssdk/jssdk.umd.js",
      "fallbackScriptUrl": "https://orgid-2.invalid/jssdk/jssdk.umd.js",
      "pageToken": "3db415c026ca823db7b0d0bab9deca1578a1e0fd2035cf05f11edf04cf055e7c",
      "pageTokenKey": "1795350625534",
      "transactionId": "1795350625534",
      "configuration": "{\"sdk_auth_code\":\"bac59825450754845b47be396408e033d0a843ee\",\"organization_source\":\"HUAWEI_ID\"}"
    }
  },
  "GET /v1/me": {
    "address": "/v1/me",
    "answer": {
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
    "address": "/v1/me/favorites?limit=100&type=audio",
    "answer": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/me/recent": {
    "address": "/v1/me/recent?limit=100",
    "answer": {
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
    "address": "/v1/me/related?limit=100",
    "answer": {
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
    "address": "/v1/me/sessions",
    "answer": {
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
    "address": "/v1/messages?limit=100&kind=share",
    "answer": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/messages/unread-count": {
    "address": "/v1/messages/unread-count",
    "answer": {
      "count": 2
    }
  },
  "GET /v1/organization/spaces": {
    "address": "/v1/organization/spaces?kind=group&limit=100",
    "answer": {
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
    "address": "/v1/permission-templates?limit=100",
    "answer": {
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
    "address": "/v1/permission-templates/1243693141656108002",
    "answer": {
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
    "address": "/v1/permission-templates/1243693141656108003/usage",
    "answer": {
      "inUse": false
    }
  },
  "GET /v1/public-links/{code}": {
    "address": "/v1/public-links/1392335765410105388",
    "answer": {
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
    "address": "/v1/public-links/1380284777247886709/files",
    "answer": {
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
    "address": "/v1/public-links/1304012401006198658/jobs/1346439577577423170",
    "answer": {
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
    "address": "/v1/quota",
    "answer": {
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
    "address": "/v1/quota/size-classes?limit=100",
    "answer": {
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
    "address": "/v1/quota/usage",
    "answer": {
      "spaces": 8,
      "capacity": 81604378624,
      "used": 36864
    }
  },
  "GET /v1/quota/users": {
    "address": "/v1/quota/users?limit=100",
    "answer": {
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
    "address": "/v1/reviews?limit=100",
    "answer": {
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
    "address": "/v1/search?q=note&limit=100",
    "answer": {
      "items": [],
      "nextCursor": null,
      "total": 0
    }
  },
  "GET /v1/settings/package-retention": {
    "address": "/v1/settings/package-retention",
    "answer": {
      "days": 7
    }
  },
  "GET /v1/share-links/{code}": {
    "address": "/v1/share-links/1379845819711108737",
    "answer": {
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
    "address": "/v1/share-links/1354706249217117275/files",
    "answer": {
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
    "address": "/v1/share-links/1370401316558510711/jobs/1305284635901803612",
    "answer": {
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
    "address": "/v1/shares?limit=100",
    "answer": {
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
    "address": "/v1/shares/received?limit=100&sort=-createdAt",
    "answer": {
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
    "address": "/v1/shares/received/1689759841444195842",
    "answer": {
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
    "address": "/v1/shares/1689759841444195841",
    "answer": {
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
    "address": "/v1/spaces?limit=100&kind=team",
    "answer": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/by-owner": {
    "address": "/v1/spaces/by-owner?kind=department&ownerIds=1289173668999530369",
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318/default-permission",
    "answer": {
      "templateId": "1243693141656108001",
      "templateName": "Manage",
      "capabilities": [
        "list",
        "preview"
      ]
    }
  },
  "GET /v1/spaces/{spaceId}/files": {
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files?limit=100&sort=-createdAt",
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FDPJXsI8JYDaA9pJBh61A7SXIVc9SkAxr",
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S/path",
    "answer": {
      "path": "/会议纪要.md",
      "ids": [
        "DEUI7pa0C24ArootIAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
        "FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S"
      ]
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}/stats": {
    "address": "/v1/spaces/IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318/files/F-OogM6pZnahks-3dXErr8HcvkT6-hBMZ/stats",
    "answer": {
      "size": 665,
      "folderCount": 1,
      "fileCount": 3
    }
  },
  "GET /v1/spaces/{spaceId}/files/{fileId}/versions": {
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FwWqunEaZ5O7bpqoelXrLGOKQoAGDaQ3S/versions",
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FIV2so9QQERN6ezUBli3EAx7Ij7edJS8c/versions/1322315193757119978.1376194625213919784",
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe6189f1d3143d110f472081ed23057/permissions?limit=100&q=e",
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/recycle-bin?limit=100&type=image",
    "answer": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/spaces/{spaceId}/sync-folders/{folderId}/changes": {
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/sync-folders/FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm/changes",
    "answer": {
      "items": [],
      "nextCursor": "0",
      "more": false
    }
  },
  "GET /v1/subscription": {
    "address": "/v1/subscription",
    "answer": {
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
    "address": "/v1/user-tasks?limit=100&action=hand-over-and-delete&status=succeeded",
    "answer": {
      "items": [],
      "nextCursor": null
    }
  },
  "GET /v1/user-tasks/{taskId}": {
    "address": "/v1/user-tasks/1304775217253306593",
    "answer": {
      "id": "1304775217253306593",
      "action": "import",
      "status": "succeeded",
      "name": "Import",
      "userId": "369528171409614001"
    }
  },
  "GET /v1/user-tasks/{taskId}/result": {
    "address": "/v1/user-tasks/1304775217253306593/result",
    "answer": {
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
    "address": "/v1/users?limit=100",
    "answer": {
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
    "address": "/v1/users/count?department=1289173668999530369",
    "answer": {
      "count": 4
    }
  },
  "GET /v1/users/{userId}": {
    "address": "/v1/users/1316083732377070977",
    "answer": {
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
    "address": "/v1/users/1316083732377071562/hand-over-receiver",
    "answer": {
      "id": "369528171409614001",
      "name": "Mei Lin"
    }
  },
  "GET /v1/users/{userId}/mobile": {
    "address": "/v1/users/369528171409614001/mobile",
    "answer": {
      "mobile": "008613910000000"
    }
  },
  "GET /v1/users/{userId}/spaces": {
    "address": "/v1/users/1316083732377071108/spaces?limit=100",
    "answer": {
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
    "address": "/v1/departments/1289173650183882753",
    "request": {
      "parentId": "1289173668999530433"
    },
    "answer": {
      "id": "1289173650183882753",
      "name": "Sales 销售部",
      "parentId": "1289173668999530433",
      "organizationDepartmentId": "3d7b6bd4a065e5b7b365603d3f1a25a3"
    }
  },
  "PATCH /v1/groups/{groupId}": {
    "address": "/v1/groups/1363847176198577739",
    "request": {
      "pinned": true
    },
    "answer": {
      "id": "1363847176198577739",
      "kind": "group",
      "name": "made g 9ky 34",
      "ownerId": "369528171409614001",
      "createdAt": "2026-11-22T12:30:23.813Z",
      "modifiedAt": "2026-11-22T12:30:23.836Z"
    }
  },
  "PATCH /v1/groups/{groupId}/members/{userId}": {
    "address": "/v1/groups/1370109244027787569/members/1316083732377071391",
    "request": {
      "role": "administrator"
    }
  },
  "PATCH /v1/permission-templates/{templateId}": {
    "address": "/v1/permission-templates/1340946446811601466",
    "request": {
      "status": "disabled"
    },
    "answer": {
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
    "address": "/v1/shares/1689759841444195841",
    "request": {
      "comment": "comment 9ky 22"
    },
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318",
    "request": {
      "capacity": 21474836480
    },
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/FeISg1ZiSa7irv_c9KhHXHslH1-5DzJkN",
    "request": {
      "name": "renamed 9ky 15"
    },
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/F_YVCOr5r9aFwRvoIfhweaSgtPB9a1aog/versions/1368169447808826492.1341614958348634632",
    "request": {
      "keepForever": true
    },
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuA504681db5df4e07f7298fb4a420318/permissions",
    "request": {
      "grants": [
        {
          "userId": "1316083732377071043",
          "templateId": "1243693141656108001"
        }
      ]
    },
    "answer": {
      "items": [
        {
          "id": "1316083732377071043",
          "status": "done"
        }
      ]
    }
  },
  "PATCH /v1/users/{userId}": {
    "address": "/v1/users/1339777285633292959",
    "request": {
      "status": "enabled"
    },
    "answer": {
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
    "address": "/v1/batch",
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
    "answer": {
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
    "address": "/v1/departments",
    "request": {
      "name": "made d 9ky 32",
      "parentId": "1289173650183882753"
    },
    "answer": {
      "id": "1331589225875083365",
      "name": "made d 9ky 32",
      "parentId": "1289173650183882753",
      "organizationDepartmentId": "eb48fde3199d72115e329bc2a413b44c"
    }
  },
  "POST /v1/groups": {
    "address": "/v1/groups",
    "request": {
      "name": "made g 9ky 34",
      "kind": "group"
    },
    "answer": {
      "id": "1363847176198577739",
      "kind": "group",
      "name": "made g 9ky 34",
      "ownerId": "369528171409614001",
      "createdAt": "2026-11-22T12:30:23.813Z",
      "modifiedAt": "2026-11-22T12:30:23.813Z"
    }
  },
  "POST /v1/groups/{groupId}/members": {
    "address": "/v1/groups/1370109244027787569/members",
    "request": {
      "userIds": [
        "1316083732377071391",
        "369528171409614001"
      ]
    },
    "answer": {
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
    "address": "/v1/groups/1320279092268104977/members/remove",
    "request": {
      "userIds": [
        "1316083732377070977"
      ]
    },
    "answer": {
      "items": [
        {
          "id": "1316083732377070977",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/jobs": {
    "address": "/v1/jobs",
    "request": {
      "action": "restore",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "fileIds": [
        "FZ36S2XO7IGFpA7YtWLofjCwsfCqogJ71"
      ]
    },
    "answer": {
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
    "address": "/v1/jobs/1368502918365986671/cancel",
    "answer": {
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
    "address": "/v1/me/favorites",
    "request": {
      "files": [
        {
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "fileId": "F2KdYDLeZXVNTZaaMe0xjlhA7hPWKL7fD"
        }
      ]
    },
    "answer": {
      "items": [
        {
          "id": "F2KdYDLeZXVNTZaaMe0xjlhA7hPWKL7fD",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/me/favorites/remove": {
    "address": "/v1/me/favorites/remove",
    "request": {
      "files": [
        {
          "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
          "fileId": "Fn5HeGZSHTn8ZI3B4H6ckZLxJ7GxapSkA"
        }
      ]
    },
    "answer": {
      "items": [
        {
          "id": "Fn5HeGZSHTn8ZI3B4H6ckZLxJ7GxapSkA",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/messages/delete": {
    "address": "/v1/messages/delete",
    "request": {
      "ids": [
        "1365979323714102847",
        "1383074398351464804"
      ]
    },
    "answer": {
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
    "address": "/v1/messages/read",
    "request": {
      "ids": [
        "1383074398351464804"
      ]
    },
    "answer": {
      "items": [
        {
          "id": "1383074398351464804",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/organization/user-limit": {
    "address": "/v1/organization/user-limit",
    "request": {
      "organizationId": "9190086000001210958"
    }
  },
  "POST /v1/permission-templates": {
    "address": "/v1/permission-templates",
    "request": {
      "name": "made t 9ky 36",
      "capabilities": [
        "preview",
        "delete"
      ]
    },
    "answer": {
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
    "address": "/v1/permission-templates/delete",
    "request": {
      "ids": [
        "1312984443928733133"
      ]
    },
    "answer": {
      "items": [
        {
          "id": "1312984443928733133",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/public-links/{code}/jobs": {
    "address": "/v1/public-links/1369724143526515461/jobs",
    "request": {
      "fileIds": [
        "FC1A8U8E-TT6Juwav798J5S9-NJja2I59"
      ],
      "name": "packed"
    },
    "answer": {
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
    "address": "/v1/public-links/1340160648492127228/unlock",
    "request": {
      "extractCode": "a1B2c3D4"
    },
    "answer": {
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
    "address": "/v1/quota/transfers",
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
    "address": "/v1/reviews/find",
    "request": {
      "contents": [
        {
          "sha256": "d5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9",
          "size": 11239
        }
      ]
    },
    "answer": {
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
    "address": "/v1/share-links/1370853618776360255/jobs",
    "request": {
      "action": "save",
      "fileIds": [
        "FXHbpiJmIkvYicnBu00LrEh_9H73Q3jti"
      ],
      "targetSpaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94"
    },
    "answer": {
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
    "address": "/v1/share-links/1308789734381310775/unlock",
    "request": {
      "extractCode": "a1B2c3D4"
    },
    "answer": {
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
    "address": "/v1/shares",
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
    "answer": {
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
    "address": "/v1/shares/cancel",
    "request": {
      "shareIds": [
        "1317532295683837592"
      ]
    },
    "answer": {
      "items": [
        {
          "id": "1317532295683837592",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/shares/received/leave": {
    "address": "/v1/shares/received/leave",
    "request": {
      "shareIds": [
        "1689759841444195843"
      ]
    },
    "answer": {
      "items": [
        {
          "id": "1689759841444195843",
          "status": "done"
        }
      ]
    }
  },
  "POST /v1/spaces": {
    "address": "/v1/spaces",
    "request": {
      "kind": "group",
      "name": "made s 9ky 12"
    },
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/download-links",
    "request": {
      "fileIds": [
        "FIV2so9QQERN6ezUBli3EAx7Ij7edJS8c"
      ]
    },
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAba4a25a47f1ac138e2ebcf47c2d396/files/F2l62KFTfeK0Linbdcz9c9yZPzy2ZGU3r/entries",
    "request": {},
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/folders",
    "request": {
      "name": "folder 9ky 14",
      "parentId": "FSJUlkPIqR4BxVSxXrUqrLZ9sFe0-fsvm"
    },
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/sync-folders",
    "request": {
      "name": "in step 9ky 30"
    },
    "answer": {
      "id": "FOi8KRkFJHb4Vd0jhQF3ZrrMlCP3sF919",
      "spaceId": "IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94",
      "name": "in step 9ky 30",
      "existed": false
    }
  },
  "POST /v1/spaces/{spaceId}/uploads": {
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/uploads",
    "request": {
      "name": "begun 9ky 18.txt",
      "size": 1000
    },
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/uploads/FjrclQYLqRBGKD4i8m3WeoIMIDbrlutrQ/complete",
    "request": {},
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/uploads/FSKncKCAfZw-sMgahtfqjTZGvYRYRF3V_/parts",
    "request": {
      "parts": [
        {
          "number": 1,
          "size": 12
        }
      ]
    },
    "answer": {
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
    "address": "/v1/user-tasks?confirm=1316083732377071455",
    "request": {
      "action": "hand-over-and-delete",
      "userId": "1316083732377071455",
      "receiverId": "369528171409614001"
    },
    "answer": {
      "id": "1365509828216960081",
      "action": "hand-over-and-delete",
      "status": "waiting",
      "name": "Hand over 陈伟",
      "userId": "369528171409614001"
    }
  },
  "POST /v1/users": {
    "address": "/v1/users",
    "request": {
      "organizationUserId": "100866923260833136",
      "departmentId": "1289173668999530369"
    },
    "answer": {
      "id": "1339777285633292959",
      "organizationUserId": "100866923260833136"
    }
  },
  "POST /v1/users/import-checks": {
    "address": "/v1/users/import-checks",
    "request": {
      "departmentId": "1289173668999530369",
      "users": [
        {
          "departmentName": "Sales 销售部"
        }
      ]
    },
    "answer": {
      "items": [
        {
          "row": 0,
          "importable": true
        }
      ]
    }
  },
  "PUT /v1/reviews": {
    "address": "/v1/reviews",
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
    "address": "/v1/settings/package-retention",
    "request": {
      "days": 3
    },
    "answer": {
      "days": 3
    }
  },
  "PUT /v1/spaces/{spaceId}/content": {
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/content?name=note+9ky+17.txt&parent=FdKqBt2OJX7YbgrbEkrWemxD94JXZBf_N",
    "answer": {
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
    "address": "/v1/spaces/IAADfsBFCO6WtAtuA2ac71f6710768c345bb77b526107de/default-permission",
    "request": {
      "capabilities": [
        "delete",
        "list"
      ]
    },
    "answer": {
      "capabilities": [
        "list",
        "preview"
      ]
    }
  },
  "PUT /v1/spaces/{spaceId}/files/{fileId}/content": {
    "address": "/v1/spaces/IAADfsBFCO6WtAtuAe99abab13b6569d9f31cc150bdfc94/files/Fp1YcyjS0Es9Z8UlNJe6iIA3rItH_QJ8S/content",
    "answer": {
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
