// Parts of the console that this plugin does not use.
export {};
