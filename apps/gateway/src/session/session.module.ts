import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';
import { MySessionsController } from './my-sessions.controller.js';
import { OpenIdController } from './openid.controller.js';
import { OpenIdSignInService } from './openid-sign-in.service.js';
import { SessionAudit } from './session-audit.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Module({
  controllers: [AuthController, OpenIdController, MySessionsController],
  providers: [SessionAudit, SessionsService, SignInService, OpenIdSignInService],
})
export class SessionModule {}
