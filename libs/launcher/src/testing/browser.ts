import { chromium, type Browser } from 'playwright-core';

/** How long a page may take over anything, in milliseconds; machines that run tests are slow and busy. */
const patience = 60_000;

/** What Playwright switches off; the browser heeds only the last list that it is given. */
const offByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** Of the browser's own window, which nobody sees here: pages below its address bar, and a process in case of a further page. */
const costly = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'OmniboxAimPopup',
  'SpareRendererForSitePerProcess',
];

/**
 * Opens the browser that `npm test` has found. It runs in whatever sandbox the machine has for it, keeps to itself, and
 * asks nobody for updates. What it would do for a window of its own, which takes more than the pages do, it leaves.
 *
 * @throws Error when tests run without the browser that `npm test` finds
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set: run this with `npm test -- <path>`');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${[...offByPlaywright, ...costly].join(',')}`,
    ],
  });
  browser.on('context', (context) => context.setDefaultTimeout(patience));
  return browser;
}
