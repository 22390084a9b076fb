// openredaction. Modes: default, as it comes; or one of its presets, such as gdpr.
import { OpenRedaction } from 'openredaction';

export default mode => {
  const redactor = new OpenRedaction(mode === 'default' ? {} : { preset: mode });
  return async text => (await redactor.detect(text)).detections
    .map(d => ({ start: d.position[0], end: d.position[1], label: d.type }));
};
