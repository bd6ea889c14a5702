import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { static as staticFiles } from 'express';

/** The built dashboard: files with a hash in their name are kept for a year, everything else is asked for again. */
export function dashboardFiles(dir: string): RequestHandler {
  return staticFiles(dir, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (response, path) => {
      const hashed = /[/\\]assets[/\\].*-[\w-]{8,}\.\w+$/.test(path);
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Answers the page's frame for every address outside the API, so that a link into the dashboard can be opened directly. */
export function dashboardPage(dir: string): RequestHandler {
  const page = join(dir, 'index.html');
  return (request, response, next) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/^\/api(\/|$)/.test(request.path) && request.accepts('html');
    if (!isPage || /\.\w{2,5}$/.test(request.path) || !existsSync(page)) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache');
    response.sendFile(page);
  };
}
