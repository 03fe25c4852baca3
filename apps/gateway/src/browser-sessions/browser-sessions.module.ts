import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';
import { MySessionsController } from './my-sessions.controller.js';
import { OpenIdController } from './openid.controller.js';
import { OpenIdLogoutService } from './openid-logout.service.js';
import { OpenIdSignInService } from './openid-sign-in.service.js';
import { BrowserSessionAudit } from './browser-session-audit.js';
import { BrowserSessionsService } from './browser-sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Module({
  controllers: [AuthController, OpenIdController, MySessionsController],
  providers: [BrowserSessionAudit, BrowserSessionsService, SignInService, OpenIdSignInService, OpenIdLogoutService],
})
export class BrowserSessionsModule {}
