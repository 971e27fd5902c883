export { Authors } from '@parley/web-core';
