// The entry points of this folder that have types only: there is nothing to run.
export {};
