namespace Gis.Data.Store;

/// <summary>One saving of the network.</summary>
/// <param name="Sequence">Its number, from 1 on.</param>
/// <param name="Hash">The version of the data, <see cref="Core.Network.ServiceNetwork.Version"/>.</param>
/// <param name="Made">When.</param>
/// <param name="Reason">Why, in the words of who saved it.</param>
/// <param name="Program">The version of the program; empty where it was not yet written down.</param>
public sealed record DataVersion(long Sequence, string Hash, DateTimeOffset Made, string Reason, string Program);
