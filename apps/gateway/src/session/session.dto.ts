import { Flag, Id, Moment, Part, Text, TextList, Word } from '../http/input/fields.js';

export class LoginQuery {
  @Text({
    max: 2_048,
    optional: true,
    example: '/app',
    description: 'Path of this origin to lead to afterwards; one of LOGIN_RETURN_PATHS or below.',
  })
  returnTo?: string;
}

export class SessionParams {
  @Id({ example: 'Zr1yJ0a8cX0o8m3m3N0b7m1QmBv2s4b0bGm1Xw2l7kE', description: 'The session.' })
  sessionId!: string;
}

/** Who is signed in. */
export class SessionUser {
  @Id({ example: '1316083732377070977' })
  id!: string;

  @Text({ max: 250, optional: true })
  name?: string | undefined;
}

/** The session that this browser calls with. */
export class CurrentSessionDto {
  @Id({ description: 'Names the session in the list of yours. It opens nothing.' })
  id!: string;

  @Part(() => SessionUser)
  user!: SessionUser;

  @Word(['koodrive', 'openid'], { description: "How you signed in: by KooDrive's own flow, or elsewhere." })
  door!: string;

  @Moment()
  signedInAt!: string;

  @Moment({ description: 'When it ends however much you use it.' })
  expiresAt!: string;

  @Moment({ description: 'When it ends unless you use it. KooDrive may end its own earlier.' })
  idleExpiresAt!: string;

  @TextList({ max: 100, description: 'What it may do.' })
  scopes!: string[];
}

/** One of your sessions. */
export class MySession {
  @Id({ description: 'Names the session; it opens nothing.' })
  id!: string;

  @Flag({ description: 'Whether it is the one that this call came with.' })
  current!: boolean;

  @Word(['koodrive', 'openid'])
  door!: string;

  @Moment()
  signedInAt!: string;

  @Moment({ description: 'When it was last used, to the minute.' })
  lastSeenAt!: string;

  @Moment()
  expiresAt!: string;

  @Text({ max: 200, optional: true, description: 'What the browser called itself.' })
  userAgent?: string | undefined;
}
