import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createLogger, NestLogger, type Config } from '@app/platform';
import { ApiModule } from './api.module';
import { ProblemDetailsFilter } from './errors/problem-details.filter';
import { validationPipe } from './errors/validation';
import { dashboardFiles, dashboardPage } from './http/dashboard';
import { errorsBeforeRoutes } from './http/errors-before-routes';
import { readBody } from './http/read-body';
import { requestContext } from './http/request-context';
import { keptNowhere, permissionsPolicy, securityHeaders } from './http/security-headers';
import { serveDocs } from './openapi-document';

/** The API as it runs everywhere: headers, body, routes, docs, dashboard, errors. It neither listens nor connects yet. */
export async function createApi(config: Config): Promise<NestExpressApplication> {
  const logger = createLogger('api', config.logLevel);
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(config), {
    bodyParser: false,
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('trust proxy', config.http.trustProxy ? 1 : false);
  app.set('etag', false);
  app.use(requestContext, securityHeaders(config.http.secureCookies), permissionsPolicy);
  app.use(dashboardFiles(config.http.dashboardDir), dashboardPage(config.http.dashboardDir));
  app.use('/api', keptNowhere, readBody(config.http.bodyMaxBytes));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe());
  const filter = new ProblemDetailsFilter(logger);
  app.useGlobalFilters(filter);
  app.enableShutdownHooks();
  serveDocs(app);
  app.use(errorsBeforeRoutes(filter));
  return app;
}
