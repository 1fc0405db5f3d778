namespace Gis.Core.Network;

/// <summary>What an answer was computed from. The same receipt gives the same numbers, wherever they are shown.</summary>
/// <param name="Data">The version of the data, <see cref="ServiceNetwork.Version"/>.</param>
/// <param name="Travel">How the minutes were come by.</param>
/// <param name="Question">The question in its one written form, as it stands in a link.</param>
/// <param name="Program">The version of the program.</param>
public sealed record Receipt(string Data, string Travel, string Question, string Program);
