/** What one writes in an afternoon: a Nest controller that passes on what the default HttpModule brings. */
import 'reflect-metadata';
import { HttpModule, HttpService } from '@nestjs/axios';
import { Controller, Get, Module, StreamableFile } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { firstValueFrom } from 'rxjs';
import { port, upstreamUrl } from '../listen.js';
import { FILE_ID, LISTING_PATH, LISTING_REQUEST, SPACE_ID } from '../upstream-data.js';

interface DownloadAnswer {
  readonly downloads: readonly { readonly url: string }[];
}

@Controller()
class NaiveController {
  constructor(private readonly http: HttpService) {}

  @Get('files')
  async list(): Promise<unknown> {
    const { data } = await firstValueFrom(this.http.post<unknown>(`${upstreamUrl}${LISTING_PATH}`, LISTING_REQUEST));
    return data;
  }

  @Get('content')
  async content(): Promise<StreamableFile> {
    const request = { containerId: SPACE_ID, fileIds: [FILE_ID] };
    const address = `${upstreamUrl}/koodrive/ose/v1/files/download`;
    const { data } = await firstValueFrom(this.http.post<DownloadAnswer>(address, request));
    const url = data.downloads[0]?.url ?? '';
    const { data: bytes } = await firstValueFrom(this.http.get<ArrayBuffer>(url, { responseType: 'arraybuffer' }));
    return new StreamableFile(new Uint8Array(bytes));
  }
}

@Module({ imports: [HttpModule], controllers: [NaiveController] })
class NaiveModule {}

const app = await NestFactory.create<NestFastifyApplication>(NaiveModule, new FastifyAdapter(), { logger: false });
await app.listen(port, '127.0.0.1');
