export { signedInRoles as people, staffRoles as staff } from '#platform';
