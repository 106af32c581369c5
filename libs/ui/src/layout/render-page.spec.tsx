import { describe, expect, test } from '@jest/globals';
import { parse } from 'parse5';
import { renderChrome } from '../chrome/render-chrome.js';
import { renderPage } from './render-page.js';
import type { Page } from './render-page.js';
import { renderErrorPage, renderNotFoundPage, renderUnavailablePage } from './standard-pages.js';

const chrome = renderChrome({
  networkName: 'Network events',
  navigation: [
    { section: 'calendar', label: 'Calendar', href: '/calendar' },
    { section: 'members', label: 'Members', href: '/members' },
  ],
  signIn: null,
  footerLinks: [],
  footerText: 'Run by its members.',
  assets: { stylesheet: '/assets/ui-1.css', forms: '/assets/forms-1.js', favicon: '/assets/favicon-1.svg' },
});

const page: Page = {
  chrome,
  section: 'calendar',
  path: '/calendar',
  title: 'What’s on',
  main: <h1>What’s on</h1>,
};

function titleIn(html: string): string | undefined {
  return /<title>(.*?)<\/title>/.exec(html)?.[1];
}

describe('a page', () => {
  const html = renderPage(page);

  test('is a whole document without a parse error', () => {
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en-GB"/);
  });

  test('has one main, a way to skip to it, and the section’s mark and accent', () => {
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toContain('<a href="#main" class="govuk-skip-link">');
    expect(html).toContain('<main class="cn-layout cn-layout__main" id="main">');
    expect(html).toContain('data-section="calendar" aria-current="page"');
    expect(html).toContain('cn-section-calendar');
  });

  test('has no inline style or script, and no script where nothing needs one', () => {
    expect(html).not.toMatch(/<script|<style| style=| on[a-z]+=/);
  });

  test('marks the section, not the page, from within it', () => {
    expect(renderPage({ ...page, path: '/calendar/events/x' })).toContain('aria-current="true"');
  });
});

describe('who is at the keyboard', () => {
  test('says for whom somebody acts, and lets them stop without a script', () => {
    const html = renderPage({ ...page, acting: { forName: 'Xiu & Co', stop: '/members/acting/stop' } });
    expect(html).toContain('<p>You are acting for <strong>Xiu &amp; Co</strong>.</p>');
    expect(html).toContain('<form method="post" action="/members/acting/stop"><button');
    expect(renderPage(page)).not.toContain('acting for');
  });

  test('is asked to sign in where the page says, where everybody does, or not at all', () => {
    const withSignIn = { ...page, chrome: { ...chrome, signIn: '/members/sign-in' } };
    expect(renderPage(withSignIn)).toContain('href="/members/sign-in"');
    expect(renderPage({ ...withSignIn, signIn: '/members/sign-in?return=%2Fx' })).toContain(
      'href="/members/sign-in?return=%2Fx"',
    );
    expect(renderPage({ ...withSignIn, signIn: null })).not.toContain('Sign in');
  });
});

describe('the title', () => {
  test('says page, section and network, each once', () => {
    expect(titleIn(renderPage({ ...page, title: 'Subscribe' }))).toBe(
      'Subscribe – Calendar – Network events',
    );
    expect(titleIn(renderPage({ ...page, title: 'Calendar' }))).toBe('Calendar – Network events');
    expect(titleIn(renderPage({ ...page, section: null, title: 'Network events' }))).toBe('Network events');
  });

  test('begins with the error where there is one', () => {
    expect(titleIn(renderPage({ ...page, title: 'New event', hasErrors: true }))).toBe(
      'Error: New event – Calendar – Network events',
    );
  });

  test('is text', () => {
    expect(titleIn(renderPage({ ...page, title: '</title><script>' }))).toBe(
      '&lt;/title&gt;&lt;script&gt; – Calendar – Network events',
    );
  });
});

describe('the head', () => {
  test('describes the page to search engines and link previews', () => {
    const html = renderPage({
      ...page,
      description: 'Meetings & more',
      canonical: 'https://events.example.org/calendar',
      openGraphType: 'website',
      noIndex: true,
      alternates: [{ href: '/calendar/feeds/all.ics', type: 'text/calendar', title: 'All events' }],
    });
    expect(html).toContain('<meta name="description" content="Meetings &amp; more">');
    expect(html).toContain('<link rel="canonical" href="https://events.example.org/calendar">');
    expect(html).toContain('<meta property="og:url" content="https://events.example.org/calendar">');
    expect(html).toContain('<meta property="og:title" content="What’s on">');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<link rel="alternate" type="text/calendar" title="All events"');
    expect(renderPage(page)).not.toMatch(/og:|robots|canonical/);
  });

  test('holds JSON-LD that no text in it can end', () => {
    const name = '</script><!--<script>alert(1)&\u2028';
    const html = renderPage({ ...page, jsonLd: [{ '@type': 'Event', name }] });
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(data).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(data)).toEqual({ '@type': 'Event', name });
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});

describe('scripts', () => {
  const link = '<script type="module" src="/assets/forms-1.js"></script>';

  test.each([
    ['an error summary', <div data-module="govuk-error-summary" />],
    ['a button that is pressed once', <button type="submit" data-prevent-double-click="true" />],
    ['a choice that shows more', <input type="radio" data-aria-controls="more" />],
  ])('%s brings the forms script', (_, main) => {
    expect(renderPage({ ...page, main })).toContain(link);
  });

  test('a plain form brings none', () => {
    expect(renderPage({ ...page, main: <button type="submit">Search</button> })).not.toContain('<script');
  });

  test('a page that goes on by itself is loaded anew where there are none, and only there', () => {
    const reload = '<noscript><meta http-equiv="refresh" content="3"></noscript>';
    expect(renderPage({ ...page, reloadWithoutScripts: 3 })).toContain(reload);
    expect(renderPage(page)).not.toContain('refresh');
  });

  test('the page’s own are modules', () => {
    expect(renderPage({ ...page, scripts: ['/calendar/assets/x.js'] })).toContain(
      '<script type="module" src="/calendar/assets/x.js"></script>',
    );
  });
});

describe('around the content', () => {
  test('a side column is an aside after the main', () => {
    const html = renderPage({ ...page, side: <p>Subscribe</p> });
    expect(html).toMatch(/<\/main><aside[^>]*><p>Subscribe<\/p><\/aside>/);
    expect(renderPage(page)).not.toContain('<aside');
  });

  test('a back link is in a landmark, breadcrumbs in none but their own', () => {
    const back = renderPage({ ...page, before: <a href="/calendar">Back</a> });
    expect(back).toContain('<nav class="cn-before" aria-label="Back"><a href="/calendar">Back</a></nav>');
    const crumbs = renderPage({ ...page, before: <nav aria-label="Breadcrumb">x</nav> });
    expect(crumbs).toContain('<div class="cn-before"><nav aria-label="Breadcrumb">x</nav></div>');
  });

  test('notices come first and are text', () => {
    const html = renderPage({
      ...page,
      notices: [
        { type: 'success', text: 'Saved <b>' },
        { type: 'important', text: 'Two events clash.' },
      ],
    });
    expect(html).toContain('Saved &lt;b>');
    expect(html.indexOf('Saved')).toBeLessThan(html.indexOf('<main'));
    expect([...html.matchAll(/ id="(notice-\d)"/g)].map(([, id]) => id)).toEqual(['notice-1', 'notice-2']);
  });
});

describe('standard pages', () => {
  const around = { chrome, section: 'calendar' };

  test('an unknown failure shows its number', () => {
    const problem = { status: 500, title: 'Something went wrong', detail: 'Try again.', requestId: 'r-<1>' };
    expect(renderErrorPage(around, problem)).toContain('<code>r-&lt;1></code>');
    expect(renderErrorPage(around, { ...problem, requestId: null })).not.toContain('<code>');
  });

  test('say what happened and are left out of search engines', () => {
    expect(renderNotFoundPage(around)).toContain('Page not found');
    const unavailable = renderUnavailablePage(around, 'calendar');
    expect(unavailable).toContain('The calendar is not available at the moment.');
    expect(unavailable).toContain('noindex');
  });
});
