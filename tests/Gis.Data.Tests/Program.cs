using Gis.Data.Tests.Store.Stress;

// The tests are run by the test host. This is the process that some of them start: to kill it, or to have many at once.
return await StoreWorker.RunAsync(args);
