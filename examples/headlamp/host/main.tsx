// Headlamp's frontend, as far as its npm package has it: its store, its shared libraries, its loader of plugins, its
// routes, sidebar, themes and components. Only the bar at the top and the frame around the pages are written here.
import '@kinvolk/headlamp-plugin/lib/i18n/config';
import '@kinvolk/headlamp-plugin/lib/plugin/index';
import { addIcon, type IconifyIcon } from '@iconify/react';
import { Box, CssBaseline } from '@mui/material';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { SnackbarProvider } from 'notistack';
import { createRoot } from 'react-dom/client';
import { Provider, useSelector } from 'react-redux';
import { BrowserRouter } from 'react-router-dom';
import { darkTheme, lightTheme } from '@kinvolk/headlamp-plugin/lib/components/App/defaultAppThemes';
import RouteSwitcher, { PreviousRouteProvider } from '@kinvolk/headlamp-plugin/lib/components/App/RouteSwitcher';
import Sidebar from '@kinvolk/headlamp-plugin/lib/components/Sidebar/Sidebar';
import { queryClient } from '@kinvolk/headlamp-plugin/lib/lib/queryClient';
import { setStore } from '@kinvolk/headlamp-plugin/lib/lib/router/createRouteURL';
import { createMuiTheme } from '@kinvolk/headlamp-plugin/lib/lib/themes';
import Plugins from '@kinvolk/headlamp-plugin/lib/plugin/Plugins';
import { setConfig } from '@kinvolk/headlamp-plugin/lib/redux/configSlice';
import store from '@kinvolk/headlamp-plugin/lib/redux/stores/store';

// Headlamp has its icons with it; without them its library asks a server on the internet.
const icons = import.meta.glob<IconifyIcon>(
  '../node_modules/@iconify/icons-mdi/{backup-restore,chevron-*,circle-slice-2,database,folder-network-outline,format-list-checks,hexagon-multiple-outline,lan-connect,lock,map,plus,puzzle}.js',
  { eager: true, import: 'default' },
);
for (const [file, icon] of Object.entries(icons)) addIcon(`mdi:${file.replace(/.*\/|\.js$/g, '')}`, icon);

setStore(store);
store.dispatch(setConfig({ clusters: { demo: { name: 'demo', auth_type: '' } } }));

const theme = createMuiTheme(localStorage.headlampThemePreference === 'dark' ? darkTheme : lightTheme);

/** As Headlamp does: no page before the plugins have registered theirs. */
function Pages() {
  const isReady = useSelector(({ plugins }: { plugins: { loaded: boolean } }) => plugins.loaded);
  return isReady ? <RouteSwitcher requiresToken={() => false} /> : null;
}

createRoot(document.getElementById('root')!).render(
  <Provider store={store}>
    <QueryClientProvider client={queryClient}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <SnackbarProvider>
          <BrowserRouter>
            <PreviousRouteProvider>
              <Plugins />
              <Box sx={{ display: 'flex', height: '100vh' }}>
                <Sidebar />
                <Box component="main" sx={{ flexGrow: 1, overflow: 'auto', p: 2 }}>
                  <Pages />
                </Box>
              </Box>
            </PreviousRouteProvider>
          </BrowserRouter>
        </SnackbarProvider>
      </ThemeProvider>
    </QueryClientProvider>
  </Provider>,
);
