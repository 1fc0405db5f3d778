using Gis.Benchmarks;

CoverageBenchmarks.Run();
