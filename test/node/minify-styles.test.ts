import { expect } from 'chai';
import { minifyStyles } from '../../tools/minify-styles.mjs';

describe('styles in built modules', () => {
  it('are minified, and every line after them keeps its number', () => {
    const code = "const a = css `\n  /* why */\n  .x {\n    color: red;\n  }\n`;\nthrow new Error('line 7');\n";
    const short = minifyStyles(code);
    expect(short).to.contain('css `.x{color:red}`').and.not.to.contain('why');
    expect(short.split('\n').indexOf("throw new Error('line 7');")).to.equal(6);
  });

  it('say the same: queries of containers, colours of both schemes, custom properties and pseudo-classes stay', () => {
    const short = minifyStyles(
      'css `:host(:state(stale)) { color: light-dark(#123456, #fedcba); --_a: var(--b, 1px); }\n' +
        '@container (inline-size >= 640px) { .a:is(.b, .c) > * { inset-inline: 0; } }`',
    );
    for (const part of [
      ':host(:state(stale))',
      'light-dark(#123456,',
      '--_a: var(--b, 1px)',
      '@container (inline-size >= 640px)',
      '.a:is(.b,.c)>*',
      'inset-inline:0',
    ])
      expect(short).to.contain(part);
  });

  it('with expressions in them are left alone, as is other code', () => {
    for (const code of ['css `.a { color: ${x}; }`', 'html `<p>  a  </p>`', 'const css = 1;'])
      expect(minifyStyles(code)).to.equal(code);
  });
});
