using System.Runtime.Versioning;

// File modes, descriptors, terminals and signals are tested where they exist.
[assembly: UnsupportedOSPlatform("windows")]
