using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Migrations
{
    /// <inheritdoc />
    internal partial class ManyCities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_staff_point_id_post",
                table: "staff");

            migrationBuilder.DropIndex(
                name: "IX_special_hours_point_id_from_day",
                table: "special_hours");

            migrationBuilder.DropIndex(
                name: "IX_setting_name",
                table: "setting");

            migrationBuilder.DropIndex(
                name: "IX_point_plan_point_id",
                table: "point_plan");

            migrationBuilder.DropIndex(
                name: "IX_point_id",
                table: "point");

            migrationBuilder.DropIndex(
                name: "IX_pairing_profile_side_owner",
                table: "pairing_profile");

            migrationBuilder.DropIndex(
                name: "IX_import_memory_kind_name",
                table: "import_memory");

            migrationBuilder.DropIndex(
                name: "IX_firm_id",
                table: "firm");

            migrationBuilder.DropIndex(
                name: "UserNameIndex",
                table: "account");

            migrationBuilder.AddColumn<string>(
                name: "city_code",
                table: "sign_in",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "held_until_utc",
                table: "run",
                type: "DATETIME",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "holder",
                table: "run",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stop_asked_utc",
                table: "run",
                type: "DATETIME",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "city_code",
                table: "log_record",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "city_code",
                table: "invitation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "city_code",
                table: "account",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_staff_city_code_point_id_post",
                table: "staff",
                columns: new[] { "city_code", "point_id", "post" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_special_hours_city_code_point_id_from_day",
                table: "special_hours",
                columns: new[] { "city_code", "point_id", "from_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_setting_city_code_name",
                table: "setting",
                columns: new[] { "city_code", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_point_plan_city_code_point_id",
                table: "point_plan",
                columns: new[] { "city_code", "point_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_point_city_code_id",
                table: "point",
                columns: new[] { "city_code", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pairing_profile_city_code_side_owner",
                table: "pairing_profile",
                columns: new[] { "city_code", "side", "owner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_memory_city_code_kind_name",
                table: "import_memory",
                columns: new[] { "city_code", "kind", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_firm_city_code_id",
                table: "firm",
                columns: new[] { "city_code", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_name",
                table: "account",
                columns: new[] { "city_code", "normalized_user_name" },
                unique: true);

            // So far a store held one city.
            foreach (var table in new[] { "account", "invitation", "sign_in" })
                migrationBuilder.Sql($"UPDATE {table} SET city_code = coalesce((SELECT city_code FROM city), '')");
            migrationBuilder.Sql("UPDATE log_record SET city_code = (SELECT city_code FROM log WHERE log.sequence = log_record.log_sequence)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_staff_city_code_point_id_post",
                table: "staff");

            migrationBuilder.DropIndex(
                name: "IX_special_hours_city_code_point_id_from_day",
                table: "special_hours");

            migrationBuilder.DropIndex(
                name: "IX_setting_city_code_name",
                table: "setting");

            migrationBuilder.DropIndex(
                name: "IX_point_plan_city_code_point_id",
                table: "point_plan");

            migrationBuilder.DropIndex(
                name: "IX_point_city_code_id",
                table: "point");

            migrationBuilder.DropIndex(
                name: "IX_pairing_profile_city_code_side_owner",
                table: "pairing_profile");

            migrationBuilder.DropIndex(
                name: "IX_import_memory_city_code_kind_name",
                table: "import_memory");

            migrationBuilder.DropIndex(
                name: "IX_firm_city_code_id",
                table: "firm");

            migrationBuilder.DropIndex(
                name: "IX_account_name",
                table: "account");

            // Not by DropColumn, which would write the tables anew.
            migrationBuilder.Sql("ALTER TABLE sign_in DROP COLUMN city_code");
            migrationBuilder.Sql("ALTER TABLE run DROP COLUMN held_until_utc");
            migrationBuilder.Sql("ALTER TABLE run DROP COLUMN holder");
            migrationBuilder.Sql("ALTER TABLE run DROP COLUMN stop_asked_utc");
            migrationBuilder.Sql("ALTER TABLE log_record DROP COLUMN city_code");
            migrationBuilder.Sql("ALTER TABLE invitation DROP COLUMN city_code");
            migrationBuilder.Sql("ALTER TABLE account DROP COLUMN city_code");

            migrationBuilder.CreateIndex(
                name: "IX_staff_point_id_post",
                table: "staff",
                columns: new[] { "point_id", "post" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_special_hours_point_id_from_day",
                table: "special_hours",
                columns: new[] { "point_id", "from_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_setting_name",
                table: "setting",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_point_plan_point_id",
                table: "point_plan",
                column: "point_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_point_id",
                table: "point",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pairing_profile_side_owner",
                table: "pairing_profile",
                columns: new[] { "side", "owner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_memory_kind_name",
                table: "import_memory",
                columns: new[] { "kind", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_firm_id",
                table: "firm",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "account",
                column: "normalized_user_name",
                unique: true);
        }
    }
}
