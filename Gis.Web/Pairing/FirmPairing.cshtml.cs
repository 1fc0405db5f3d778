using Gis.Core.Pairing.Rounds;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Pairing;

/// <summary>The wishes of a law firm: the villages it would advise, in order.</summary>
[Authorize(Policy = Rights.Firm)]
public sealed class FirmPairingModel(RoundDesk desk, CurrentNetwork current, Visitor visitor, Language language)
    : SideModel(PairingSide.Firm, desk, current, visitor, language);
