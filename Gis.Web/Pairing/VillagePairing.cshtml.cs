using Gis.Core.Pairing.Rounds;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Pairing;

/// <summary>The wishes of a village: the firms it would be advised by, in order.</summary>
[Authorize(Policy = Rights.Village)]
public sealed class VillagePairingModel(RoundDesk desk, CurrentNetwork current, Visitor visitor, Language language)
    : SideModel(PairingSide.Village, desk, current, visitor, language);
