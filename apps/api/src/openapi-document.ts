import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { RequestHandler } from 'express';
import { serve, setup } from 'swagger-ui-express';
import { describeCommonAnswers } from './openapi-commands';

/** The API's description (OpenAPI 3.1), made from the same schemas that check its input. */
export function openApiDocument(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Gongfang')
    .setDescription('Workflow engine, dashboard and mail desk of the Lancang-Mekong Workshop programme.')
    .setVersion('1')
    .addCookieAuth(
      'gongfang-session',
      { type: 'apiKey', in: 'cookie', description: 'Session of a browser; changes need X-CSRF-Token too' },
      'session',
    )
    .addBearerAuth({ type: 'http', description: 'API token with scopes' }, 'token')
    .addSecurityRequirements('session')
    .addSecurityRequirements('token')
    .build();
  return describeCommonAnswers(SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method }));
}

/** Serves the description at `/api/openapi.json` and a page to read it at `/api/docs`, without anything from elsewhere. */
export function serveDocs(app: NestExpressApplication): void {
  let document: OpenAPIObject | undefined;
  const description: RequestHandler = (_request, response) => {
    document ??= openApiDocument(app);
    response.json(document);
  };
  app.getHttpAdapter().getInstance().get('/api/openapi.json', description);
  app.use(
    '/api/docs',
    ...serve,
    setup(undefined, { swaggerOptions: { url: '/api/openapi.json', persistAuthorization: false }, customSiteTitle: 'Gongfang API' }),
  );
}
