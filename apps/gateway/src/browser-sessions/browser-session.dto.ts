import {
  BooleanField,
  IdField,
  TimestampField,
  NestedField,
  StringField,
  StringListField,
  EnumField,
} from '../http/input/fields.js';

export class LoginQuery {
  @StringField({
    maxLength: 2_048,
    optional: true,
    example: '/app',
    description: 'Path of this origin to navigate to after the sign-in: one of LOGIN_RETURN_PATHS, or below one.',
  })
  returnTo?: string;
}

export class SessionParams {
  @IdField({ example: 'Zr1yJ0a8cX0o8m3m3N0b7m1QmBv2s4b0bGm1Xw2l7kE', description: 'The browser session.' })
  sessionId!: string;
}

/** The user who is signed in. */
export class SessionUser {
  @IdField({ example: '1316083732377070977' })
  id!: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;
}

/** The browser session of this request. */
export class CurrentSession {
  @IdField({ description: 'Identifies the browser session in the list of your sessions. It is not a credential.' })
  id!: string;

  @NestedField(() => SessionUser)
  user!: SessionUser;

  @EnumField(['koodrive', 'openid'], { description: 'The sign-in method: KooDrive or OpenID Connect.' })
  door!: string;

  @TimestampField()
  signedInAt!: string;

  @TimestampField({ description: 'When the session ends, even while you use it.' })
  expiresAt!: string;

  @TimestampField({ description: 'When the session ends unless you use it. KooDrive may end its own session earlier.' })
  idleExpiresAt!: string;

  @StringListField({ maxItems: 100, description: 'The scopes of the session.' })
  scopes!: string[];
}

/** One of your browser sessions. */
export class MySession {
  @IdField({ description: 'Identifies the browser session. It is not a credential.' })
  id!: string;

  @BooleanField({ description: 'Whether it is the session of this request.' })
  current!: boolean;

  @EnumField(['koodrive', 'openid'])
  door!: string;

  @TimestampField()
  signedInAt!: string;

  @TimestampField({ description: 'When the session was last used, to the minute.' })
  lastSeenAt!: string;

  @TimestampField()
  expiresAt!: string;

  @StringField({ maxLength: 200, optional: true, description: 'The User-Agent of the browser at the sign-in.' })
  userAgent?: string;
}
