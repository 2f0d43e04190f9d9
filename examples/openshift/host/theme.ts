// What the console's server writes into its page.
Object.assign(window, { SERVER_FLAGS: { basePath: '/' } });

// As the console does it before anything is drawn; its user's choice is kept under this name.
const isDark = localStorage.getItem('bridge/theme') === 'dark';
document.documentElement.classList.toggle('pf-v6-theme-dark', isDark);
