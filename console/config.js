// Which cluster the console shows: the one inside the page. `npx backupstorage-elements` serves its own file in this one's
// place, which says 'gateway'.
export const cluster = 'memory';
