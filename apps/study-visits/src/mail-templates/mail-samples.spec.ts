import { takeSnapshots } from '../../../../test/mail-templates/take-snapshots.js';
import { mailSamples } from './mail-samples.js';

takeSnapshots(mailSamples);
