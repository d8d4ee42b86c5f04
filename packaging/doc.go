// Package packaging holds what a release is made of: the container, the unit, the proxy's file. Its
// tests read them as their programs would and run what they name. Read Dockerfile first; sbom lists
// what is in a built program.
//
// There is no code here, and none is imported.
package packaging
