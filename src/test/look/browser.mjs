// Which Chromium, how it is started, and which pages there are.
import fs from 'node:fs';

export const chromium = process.env.HOMEPORT_CHROMIUM ?? '/usr/bin/chromium';
fs.accessSync(chromium, fs.constants.X_OK);

/** Root needs the first, a machine without a way out the others: Chromium calls home otherwise. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An address that has no page: what an error looks like. */
export const missing = '/nothing-here';

export const pages = [
  '/',
  '/sockets',
  '/addresses',
  '/interfaces',
  '/hosts',
  '/localhost',
  '/latency',
  '/compare',
  '/diagnose',
  '/diagnose?target=localhost:3000',
  '/diagnose/causes',
  missing,
];

/** What a page is called where it becomes a file. */
export const fileName = (page) => page.replace(/^\/$/, '/overview').replace(/[^a-z0-9-]+/g, '-').replace(/^-|-$/g, '');
