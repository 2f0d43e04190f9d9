import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// Colours come from the tokens of the element around it, so that hosts' themes and dark mode reach the editor.
export const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--_accent)' },
  { tag: tags.comment, color: 'var(--_muted)', fontStyle: 'italic' },
  { tag: [tags.bool, tags.null, tags.number], color: 'var(--_warning)' },
  { tag: tags.string, color: 'inherit' },
  { tag: [tags.meta, tags.punctuation, tags.separator], color: 'var(--_muted)' },
]);

/**
 * CodeMirror draws its squiggle with a data: image, which a strict Content-Security-Policy blocks. One property each: WebKit
 * knows no shorthand of more than the line.
 */
const wavy = (colour: string) => ({
  backgroundImage: 'none',
  textDecorationLine: 'underline',
  textDecorationStyle: 'wavy',
  textDecorationColor: colour,
  textUnderlineOffset: '3px',
});

const diagnosticStyles = {
  '.cm-lintRange-error': wavy('var(--_danger)'),
  '.cm-lintRange-warning': wavy('var(--_warning)'),
  '.cm-lintRange-active': { backgroundColor: 'var(--_hover)' },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--_danger)' },
  '.cm-lintPoint-warning:after': { borderBottomColor: 'var(--_warning)' },
  '.cm-lint-marker': { content: 'none', inlineSize: '8px', blockSize: '8px', margin: '6px 3px' },
  // Told apart by shape as well: a disc and a triangle.
  '.cm-lint-marker-error': { content: 'none', borderRadius: '50%', backgroundColor: 'var(--_danger)' },
  '.cm-lint-marker-warning': {
    content: 'none',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
    backgroundColor: 'var(--_warning)',
  },
  '.cm-diagnostic': { padding: '6px 10px', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--_danger)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--_warning)' },
  '@media (forced-colors: active)': {
    '.cm-lint-marker': { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' },
  },
};

const tooltipStyles = {
  '.cm-tooltip': {
    color: 'inherit',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_control-border)',
    borderRadius: 'var(--_radius)',
    boxShadow: '0 4px 16px color-mix(in srgb, black 22%, transparent)',
    maxInlineSize: 'min(32rem, 90vw)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--_mono)', maxBlockSize: '14rem' },
  '.cm-tooltip.cm-tooltip-autocomplete': { overflow: 'visible' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '12px',
    alignItems: 'center',
    minBlockSize: '26px',
    padding: '2px 10px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--_on-accent)', backgroundColor: 'var(--_accent)' },
  '.cm-completionMatchedText': { textDecoration: 'underline' },
  '.cm-completionDetail': { marginInlineStart: 'auto', fontStyle: 'normal', fontFamily: 'inherit', opacity: 1 },
  '.cm-tooltip.cm-completionInfo': { padding: '8px 10px', inlineSize: 'max-content', maxInlineSize: '20rem' },
  '.cm-field-help': { display: 'grid', gap: '4px', padding: '8px 10px', overflowWrap: 'anywhere' },
  '.cm-field-help-name': { fontFamily: 'var(--_mono)', fontWeight: 600 },
  '.cm-field-help-facts': { color: 'var(--_muted)' },
  '@media (forced-colors: active)': {
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
};

const panelStyles = {
  '.cm-panels': { color: 'inherit', backgroundColor: 'var(--_raised)', zIndex: 1 },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--_border)' },
  '.cm-panel.cm-search': { padding: '8px 32px 8px 10px' },
  '.cm-panel.cm-search label': { fontSize: 'inherit' },
  '.cm-panel.cm-search [name=close]': { minInlineSize: '24px', minBlockSize: '24px', cursor: 'pointer' },
  '.cm-textfield': {
    minBlockSize: '28px',
    fontSize: 'inherit',
    color: 'inherit',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_control-border)',
    borderRadius: 'var(--_radius)',
  },
  '.cm-button': {
    minBlockSize: '28px',
    fontSize: 'inherit',
    color: 'inherit',
    backgroundImage: 'none',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_control-border)',
    borderRadius: 'var(--_radius)',
    cursor: 'pointer',
  },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--_warning) 30%, transparent)' },
  '.cm-searchMatch.cm-searchMatch-selected': { outline: '2px solid var(--_focus)' },
};

export const theme = [
  EditorView.theme({
    '&': { color: 'inherit', backgroundColor: 'transparent', fontSize: '0.875em', height: '100%' },
    // The frame around the editor shows the focus: here the gutter would hide a part of it.
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--_mono)', lineHeight: '1.55' },
    '.cm-content': { caretColor: 'currentColor', paddingBlock: '10px' },
    '.cm-cursor': { borderLeftColor: 'currentColor' },
    '.cm-gutters': {
      color: 'var(--_muted)',
      backgroundColor: 'var(--_raised)',
      borderInlineEnd: '1px solid var(--_border)',
    },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--_hover)' },
    '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
      backgroundColor: 'color-mix(in srgb, var(--_accent) 28%, transparent) !important',
    },
  }),
  EditorView.theme(diagnosticStyles),
  EditorView.theme(tooltipStyles),
  EditorView.theme(panelStyles),
];
