import fc from 'fast-check';

// A checked-in change is judged by the same questions each time; everybody else's runs look further.
if (process.env['CI']) fc.configureGlobal({ seed: 20_260_801 });
