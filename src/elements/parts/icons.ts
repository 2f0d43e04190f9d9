import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

// From Lucide 1.62.0 (https://lucide.dev), ISC License, Copyright (c) Lucide Icons and Contributors.
// The paths stand here so that no icon is ever fetched: a page under a strict CSP shows them all.
const PATHS = {
  // circle-check
  ready: svg`<circle cx="12" cy="12" r="10"/> <path d="m16 9-5.5 5.5L8 12"/>`,
  // triangle-alert
  warning: svg`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/> <path d="M12 9v4"/> <path d="M12 17h.01"/>`,
  // circle-x
  danger: svg`<circle cx="12" cy="12" r="10"/> <path d="m15 9-6 6"/> <path d="m9 9 6 6"/>`,
  // circle-dashed
  unknown: svg`<path d="M10.1 2.182a10 10 0 0 1 3.8 0"/> <path d="M13.9 21.818a10 10 0 0 1-3.8 0"/> <path d="M17.609 3.721a10 10 0 0 1 2.69 2.7"/> <path d="M2.182 13.9a10 10 0 0 1 0-3.8"/> <path d="M20.279 17.609a10 10 0 0 1-2.7 2.69"/> <path d="M21.818 10.1a10 10 0 0 1 0 3.8"/> <path d="M3.721 6.391a10 10 0 0 1 2.7-2.69"/> <path d="M6.391 20.279a10 10 0 0 1-2.69-2.7"/>`,
  // loader-circle
  progress: svg`<path d="M21 12a9 9 0 1 1-6.219-8.56"/>`,
  // info
  info: svg`<circle cx="12" cy="12" r="10"/> <path d="M12 16v-4"/> <path d="M12 8h.01"/>`,
  // chevron-up
  ascending: svg`<path d="m18 15-6-6-6 6"/>`,
  // chevron-down
  descending: svg`<path d="m6 9 6 6 6-6"/>`,
  // chevrons-up-down
  sortable: svg`<path d="m7 15 5 5 5-5"/> <path d="m7 9 5-5 5 5"/>`,
  // plus
  add: svg`<path d="M5 12h14"/> <path d="M12 5v14"/>`,
  // trash-2
  remove: svg`<path d="M10 11v6"/> <path d="M14 11v6"/> <path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/> <path d="M3 6h18"/> <path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,
  // eye
  reveal: svg`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/> <circle cx="12" cy="12" r="3"/>`,
  // eye-off
  conceal: svg`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/> <path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/> <path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/> <path d="m2 2 20 20"/>`,
  // search
  search: svg`<path d="m21 21-4.34-4.34"/> <circle cx="11" cy="11" r="8"/>`,
  // x
  clear: svg`<path d="M18 6 6 18"/> <path d="m6 6 12 12"/>`,
  // copy
  copy: svg`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/> <path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,
  // rotate-cw
  retry: svg`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/> <path d="M21 3v5h-5"/>`,
  // lock
  forbidden: svg`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/> <path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,
  // archive
  empty: svg`<rect width="20" height="5" x="2" y="3" rx="1"/> <path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/> <path d="M10 12h4"/>`,
  // cloud-off
  unreachable: svg`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/> <path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/> <path d="m2 2 20 20"/>`,
  // package-x
  notInstalled: svg`<path d="M12 22V12"/> <path d="m16.5 14.5 5 5"/> <path d="m16.5 19.5 5-5"/> <path d="M21 10.5V8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.729l7 4a2 2 0 0 0 2 .001l.13-.074"/> <path d="M3.29 7 12 12l8.71-5"/> <path d="m7.5 4.27 8.997 5.148"/>`,
  // log-in
  signedOut: svg`<path d="m10 17 5-5-5-5"/> <path d="M15 12H3"/> <path d="M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4"/>`,
  // chevron-right
  disclosure: svg`<path d="m9 18 6-6-6-6"/>`,
  // database
  storage: svg`<ellipse cx="12" cy="5" rx="9" ry="3"/> <path d="M3 5V19A9 3 0 0 0 21 19V5"/> <path d="M3 12A9 3 0 0 0 21 12"/>`,
  // hourglass
  deleting: svg`<path d="M5 22h14"/> <path d="M5 2h14"/> <path d="M17 22v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22"/> <path d="M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2"/>`,
  // pause
  paused: svg`<rect x="14" y="3" width="5" height="18" rx="1"/> <rect x="5" y="3" width="5" height="18" rx="1"/>`,
  // arrow-left
  previous: svg`<path d="m12 19-7-7 7-7"/> <path d="M19 12H5"/>`,
  // check
  done: svg`<path d="M20 6 9 17l-5-5"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof PATHS;

/** What points along the line of reading points the other way where that runs from right to left. */
const FLIPS: ReadonlySet<IconName> = new Set(['previous', 'disclosure', 'signedOut']);

/** A 16 px icon in the colour of the text. Hidden from screen readers: words stand beside it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg
    class=${FLIPS.has(name) ? 'icon flips' : 'icon'}
    viewBox="0 0 24 24"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${PATHS[name]}
  </svg>`;
}
