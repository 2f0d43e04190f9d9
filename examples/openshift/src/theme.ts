// PatternFly's tokens are inherited into the elements' shadow roots; this gives them our names.
import 'backupstorage-elements/themes/patternfly.css';
