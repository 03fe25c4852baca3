/** A naive implementation: a Nest controller that passes on the responses of the default HttpModule. */
import 'reflect-metadata';
import { HttpModule, HttpService } from '@nestjs/axios';
import { Controller, Get, Module, StreamableFile } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { firstValueFrom } from 'rxjs';
import { listenPort, upstreamUrl } from '../target-environment.js';
import { benchFileId, listingPath, listingRequest, benchSpaceId } from '../upstream-data.js';

interface DownloadResponse {
  readonly downloads: readonly { readonly url: string }[];
}

@Controller()
class NaiveController {
  constructor(private readonly http: HttpService) {}

  @Get('files')
  async list(): Promise<unknown> {
    const { data } = await firstValueFrom(this.http.post<unknown>(`${upstreamUrl}${listingPath}`, listingRequest));
    return data;
  }

  @Get('content')
  async content(): Promise<StreamableFile> {
    const request = { containerId: benchSpaceId, fileIds: [benchFileId] };
    const downloadUrl = `${upstreamUrl}/koodrive/ose/v1/files/download`;
    const { data } = await firstValueFrom(this.http.post<DownloadResponse>(downloadUrl, request));
    const url = data.downloads[0]?.url ?? '';
    const { data: bytes } = await firstValueFrom(this.http.get<ArrayBuffer>(url, { responseType: 'arraybuffer' }));
    return new StreamableFile(new Uint8Array(bytes));
  }
}

@Module({ imports: [HttpModule], controllers: [NaiveController] })
class NaiveModule {}

const app = await NestFactory.create<NestFastifyApplication>(NaiveModule, new FastifyAdapter(), { logger: false });
await app.listen(listenPort, '127.0.0.1');
