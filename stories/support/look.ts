import appscode from '../../src/themes/appscode.css?inline';
import backstage from '../../src/themes/backstage.css?inline';
import carbon from '../../src/themes/carbon.css?inline';
import mui from '../../src/themes/mui.css?inline';
import patternfly from '../../src/themes/patternfly.css?inline';
import rancher from '../../src/themes/rancher.css?inline';
import appscodeHost from '../hosts/appscode.css?inline';
import backstageHost from '../hosts/backstage.css?inline';
import carbonHost from '../hosts/carbon.css?inline';
import muiHost from '../hosts/mui.css?inline';
import patternflyHost from '../hosts/patternfly.css?inline';
import rancherHost from '../hosts/rancher.css?inline';

interface Host {
  /** What the host's own page brings: its variables, with their values. */
  page: string;
  /** Our theme file for it. */
  theme: string;
  /** How the host says light and dark, on the root or on the body. */
  classes: { light: string; dark: string; on: 'root' | 'body' };
}

/** The consoles that there are theme files for. */
export const HOSTS = {
  patternfly: {
    page: patternflyHost,
    theme: patternfly,
    classes: { light: 'pf-v6-theme-light', dark: 'pf-v6-theme-dark', on: 'root' },
  },
  mui: { page: muiHost, theme: mui, classes: { light: 'light', dark: 'dark', on: 'root' } },
  rancher: { page: rancherHost, theme: rancher, classes: { light: 'theme-light', dark: 'theme-dark', on: 'body' } },
  carbon: { page: carbonHost, theme: carbon, classes: { light: 'cds--white', dark: 'cds--g100', on: 'root' } },
  appscode: {
    page: appscodeHost,
    theme: appscode,
    classes: { light: 'is-light-theme', dark: 'is-dark-theme', on: 'root' },
  },
  backstage: {
    page: backstageHost,
    theme: backstage,
    classes: { light: 'backstage-light', dark: 'backstage-dark', on: 'root' },
  },
} satisfies Record<string, Host>;

export type HostName = keyof typeof HOSTS;
export type Scheme = 'light' | 'dark';
/** `none` is a page that sets a font and `color-scheme`; `bare` is one that sets nothing at all. */
export type Look = HostName | 'none' | 'bare';

let look: Look = 'none';
let scheme: Scheme = 'light';
const sheet = new CSSStyleSheet();

function show(): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  const root = document.documentElement;
  for (const { classes } of Object.values<Host>(HOSTS))
    for (const name of [classes.light, classes.dark]) {
      root.classList.remove(name);
      document.body.classList.remove(name);
    }
  if (look === 'bare') sheet.replaceSync('body { padding: 0 !important; }');
  else if (look === 'none')
    sheet.replaceSync(
      `:root { color-scheme: ${scheme}; background: Canvas; color: CanvasText; font-family: system-ui, sans-serif; }`,
    );
  else {
    const { page, theme, classes } = HOSTS[look];
    sheet.replaceSync(`${page}\n${theme}`);
    (classes.on === 'root' ? root : document.body).classList.add(classes[scheme]);
  }
}

/** The page takes the look of a host, in light or in dark. */
export function takeLook(of: Look, as: Scheme): void {
  look = of;
  scheme = as;
  show();
}

// Tests switch the colours of a story without rendering it again.
addEventListener('catalogue-scheme', (event) => {
  scheme = (event as CustomEvent<Scheme>).detail;
  show();
});
