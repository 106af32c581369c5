/** The shell's settings, as `readShellSettings` gives them. */
export const SETTINGS = Symbol('settings');
