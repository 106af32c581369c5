import { Module, type DynamicModule } from '@nestjs/common';
import { Site, type Chrome } from '#ui';
import { CHROME, ChromeController } from './chrome/chrome.controller.js';
import { HealthController } from './health/health.controller.js';
import { Fragments } from './home/fragments.js';
import { HomePage } from './home/home.page.js';
import { WhoAsks } from './identity/who-asks.js';
import { OpenStreams } from './open-streams.js';
import type { ShellSettings } from './settings.js';
import { AccessibilityPage } from './site/accessibility.page.js';
import { SiteFilesController } from './site/site-files.controller.js';
import { SETTINGS } from './tokens.js';

/** What the shell's pages are made with. */
interface ShellParts {
  readonly settings: ShellSettings;
  readonly site: Site;
  readonly chrome: Chrome;
  readonly whoAsks: WhoAsks;
  readonly streams: OpenStreams;
}

@Module({})
export class ShellModule {
  static with({ settings, site, chrome, whoAsks, streams }: ShellParts): DynamicModule {
    return {
      module: ShellModule,
      controllers: [HomePage, AccessibilityPage, ChromeController, HealthController, SiteFilesController],
      providers: [
        Fragments,
        { provide: SETTINGS, useValue: settings },
        { provide: CHROME, useValue: chrome },
        { provide: Site, useValue: site },
        { provide: WhoAsks, useValue: whoAsks },
        { provide: OpenStreams, useValue: streams },
      ],
    };
  }
}
