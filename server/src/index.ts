import config from '../../config';
import { bootstrap, destroy } from './bootstrap';
import { contentTypes } from './content-types';
import { controllers } from './controllers';
import { routes } from './routes';
import { services } from './services';

/** The plugin as Strapi loads it: the table of contents of the server half. */
export default { config, contentTypes, controllers, routes, services, bootstrap, destroy };
