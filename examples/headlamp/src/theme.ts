import 'backupstorage-elements/themes/mui.css';
import { useTheme } from '@mui/material';
import type { CSSProperties } from 'react';

/** Headlamp's theme under the names that mui.css reads: the style of an element around ours. */
export function useBackupStorageTheme(): CSSProperties {
  const { palette, shape } = useTheme();
  return {
    colorScheme: palette.mode,
    '--mui-palette-primary-main': palette.primary.main,
    '--mui-palette-primary-contrastText': palette.primary.contrastText,
    '--mui-palette-text-primary': palette.text.primary,
    '--mui-palette-text-secondary': palette.text.secondary,
    '--mui-palette-divider': palette.divider,
    '--mui-palette-background-paper': palette.background.paper,
    '--mui-palette-action-hover': palette.action.hover,
    '--mui-palette-success-main': palette.success.main,
    '--mui-palette-warning-main': palette.warning.main,
    '--mui-palette-error-main': palette.error.main,
    '--mui-palette-info-main': palette.info.main,
    '--mui-shape-borderRadius': `${shape.borderRadius}px`,
  } as CSSProperties;
}
