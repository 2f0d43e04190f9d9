// As `kubectl proxy --www=examples/plain-html --www-prefix=/app/ --api-prefix=/` serves it: see tools/examples.mjs.
export default {
  api: '',
  folders: { '/app/': '.', '/app/cdn/': '../../dist/cdn' },
  headers: { 'Content-Security-Policy': "default-src 'self'; require-trusted-types-for 'script'" },
  pages: false,
  list: '/app/',
};
