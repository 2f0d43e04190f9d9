export { en, type Messages } from './en.js';
